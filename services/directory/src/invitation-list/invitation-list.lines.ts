import { DomainError, inputs, parseInput, type RequestContext, type Role, ROLES } from '@gongjian/platform';
import { plain, prose } from '@gongjian/platform/sheets/text';
import { z } from 'zod';
import type { ListField, ListLayout } from './invitation-list.layout.ts';

export interface LineProblem {
  field: ListField | null;
  code: string;
  params?: Record<string, string | number>;
}

/** One line of the table, before anybody has asked who may be invited. */
export interface Line {
  number: number;
  cells: string[];
  name: string;
  email: string;
  organisation: string;
  organisationId: string | null;
  roles: Role[];
  problems: LineProblem[];
}

const person = z.object({ name: inputs.text(1, 50), email: inputs.email() });
const FIELD_OF: Record<string, ListField> = { name: 'NAME', email: 'EMAIL' };

/** Roles by what they are called in either language, and by their codes. */
function rolesByWord(ctx: RequestContext): Map<string, Role> {
  const said = (role: Role) => [role, ctx.textIn('zh-CN', `ROLE_${role}`), ctx.textIn('en', `ROLE_${role}`)];
  return new Map(ROLES.flatMap((role) => said(role).map((word) => [folded(word), role] as const)));
}

export const folded = (text: string): string => plain(text).toLowerCase().replaceAll(/[\s_-]+/g, '');

/** The lines below the headings that speak of somebody. Headings that are repeated further down are passed over. */
export function linesOf(ctx: RequestContext, { sheet, at, headings, fields }: ListLayout, usual: { roles: readonly Role[] }): Line[] {
  const words = rolesByWord(ctx);
  const column = (field: ListField) => fields.indexOf(field);
  const lines: Line[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= at || cells.every((cell) => plain(cell) === '')) continue;
    if (headings.every((heading, each) => heading === plain(cells[each] ?? ''))) continue;
    const cell = (field: ListField) => (column(field) < 0 ? '' : (cells[column(field)] ?? ''));
    if (!plain(cell('NAME')) && !plain(cell('EMAIL'))) continue;
    const line: Line = { number: index + 1, cells: headings.map((_, each) => cells[each] ?? ''), name: prose(cell('NAME')), email: plain(cell('EMAIL')), organisation: prose(cell('ORGANISATION')), organisationId: null, roles: [], problems: [] };
    takePerson(line);
    takeRoles(line, plain(cell('ROLES')), words, usual.roles);
    lines.push(line);
  }
  return lines;
}

function takePerson(line: Line): void {
  try {
    Object.assign(line, parseInput(person, { name: line.name, email: line.email }, ''));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    for (const { field, code, params } of error.extra.problems ?? []) line.problems.push({ field: FIELD_OF[field.replace(/^\./, '')] ?? null, code, params });
  }
}

function takeRoles(line: Line, said: string, words: ReadonlyMap<string, Role>, usual: readonly Role[]): void {
  const parts = said.split(/[、,，;；/|\n]+/).filter((part) => folded(part) !== '');
  for (const part of parts) {
    const role = words.get(folded(part));
    if (role && !line.roles.includes(role)) line.roles.push(role);
    if (!role) line.problems.push({ field: 'ROLES', code: 'ROLE_UNKNOWN', params: { role: part.trim() } });
  }
  if (parts.length === 0) line.roles = [...usual];
  if (line.roles.length === 0 && !line.problems.some(({ field }) => field === 'ROLES')) line.problems.push({ field: 'ROLES', code: 'REQUIRED' });
}
