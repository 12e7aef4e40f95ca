/** What open pages should hear of when a transaction is kept: types and ids of records. */
export class Changes {
  private readonly events = new Map<string, { ids: Set<string>; extra: Map<string, Set<string>> }>();

  add(type: string, ids: readonly string[], extra: Record<string, readonly string[]> = {}): void {
    const event = this.events.get(type) ?? { ids: new Set(), extra: new Map() };
    this.events.set(type, event);
    for (const id of ids) event.ids.add(id);
    for (const [key, values] of Object.entries(extra)) {
      const known = event.extra.get(key) ?? new Set();
      for (const value of values) known.add(value);
      event.extra.set(key, known);
    }
  }

  /** Records of a type, and what was told with them. */
  of(type: string): { ids: readonly string[]; extra(key: string): readonly string[] } {
    const event = this.events.get(type);
    return { ids: [...(event?.ids ?? [])], extra: (key) => [...(event?.extra.get(key) ?? [])] };
  }

  /** PostgreSQL takes 8,000 bytes; longer lists become "many": read everything of that type again. */
  notification(tenantId: string): string {
    const told = (short: boolean) =>
      JSON.stringify({
        tenantId,
        changes: [...this.events].map(([type, { ids, extra }]) => ({
          type,
          ids: short ? [] : [...ids],
          ...(!short && Object.fromEntries([...extra].map(([key, values]) => [key, [...values]]))),
          ...(short && { many: true }),
        })),
      });
    const whole = told(false);
    return Buffer.byteLength(whole) < 7800 ? whole : told(true);
  }
}
