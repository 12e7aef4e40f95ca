/** What an API key may be made for. Each only narrows what the role behind it may do. */
export const SCOPES = ['READ_RESOURCES', 'WRITE_RESOURCES', 'READ_BOOKINGS', 'WRITE_BOOKINGS', 'DECIDE_BOOKINGS', 'IMPORT_REGISTERS', 'READ_PEOPLE'] as const;
export type Scope = (typeof SCOPES)[number];
