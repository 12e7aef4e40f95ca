/** The one way in which node-postgres writes a value down as a parameter; cursors of other packages use it as well. */
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): string | Buffer | null;
}
