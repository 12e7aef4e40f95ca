import type { Axis } from './axis.ts';
import { spanOf } from './axis.ts';
import type { ResourceRow } from './layout.ts';
import type { TimeRange, Verdict } from './propose.ts';

export interface GhostPart {
  row: ResourceRow;
  range: TimeRange;
  verdict: Verdict;
}

/**
 * The shapes under the pointer. They are written straight to the page: a render for each pointer move
 * would cost the frames that a drag needs.
 */
export class Ghosts {
  private readonly parts: HTMLElement[] = [];

  constructor(private readonly layer: HTMLElement) {}

  /** `lead` is the part that carries the words. */
  draw(axis: Axis, parts: readonly GhostPart[], lead: number, title: string, remark: string): void {
    parts.forEach((part, index) => {
      const shape = this.part(index);
      const span = spanOf(axis, part.range.start, part.range.end);
      shape.hidden = span === null;
      if (!span) return;
      shape.dataset['verdict'] = part.verdict.kind;
      shape.style.left = `${span.left}px`;
      shape.style.width = `${span.width}px`;
      shape.style.top = `${part.row.top + 4}px`;
      shape.style.height = `${part.row.height - 10}px`;
      (shape.firstChild as HTMLElement).textContent = index === lead ? title : '';
      (shape.lastChild as HTMLElement).textContent = index === lead ? remark : '';
    });
    for (let index = parts.length; index < this.parts.length; index += 1) this.parts[index]!.hidden = true;
  }

  /** Where the leading part is on the screen. */
  rect(lead: number): DOMRect {
    return (this.parts[lead] ?? this.layer).getBoundingClientRect();
  }

  clear(): void {
    for (const part of this.parts) part.hidden = true;
  }

  private part(index: number): HTMLElement {
    let shape = this.parts[index];
    if (!shape?.isConnected) {
      shape = document.createElement('div');
      shape.className = 'tl-ghost';
      shape.append(document.createElement('b'), document.createElement('span'));
      this.layer.append(shape);
      this.parts[index] = shape;
    }
    return shape;
  }
}
