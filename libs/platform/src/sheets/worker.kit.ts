import { SheetError } from './sheet.types.ts';

/** What a process of `Apart` says of a file that it could not read. */
export interface Failed {
  failed: { code: string; params: Record<string, string> };
}

export const say = <Message extends object>(message: Message | Failed): Promise<void> => new Promise((resolve) => process.send!(message, undefined, undefined, () => resolve()));

export const failed = (error: unknown): Failed => ({ failed: error instanceof SheetError ? { code: error.code, params: error.params } : { code: 'FILE_DAMAGED', params: {} } });

/** It is ended by whoever started it: news of an end of its own could overtake its last answer. */
export function serve<Order>(take: (order: Order) => void): void {
  process.on('message', take);
  // nobody is waiting any more
  process.on('disconnect', () => process.exit());
}
