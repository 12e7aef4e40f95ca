import type { Language } from '../actor.ts';

/** At once, gathered once a day, or not by mail at all. In the portal one is told in any case. */
export const MAIL_WISHES = ['NOW', 'DAILY', 'OFF'] as const;
export type MailWish = (typeof MAIL_WISHES)[number];

/**
 * What stands in a text for `{name}`. Times, people and the like are kept as what they are and worded when they are read:
 * in the reader's language, and a person under the name they have then.
 */
export type ToldParam = string | number | null | { at: string } | { from: string; until: string } | { day: string } | { person: string } | { organisation: string } | { code: string } | { list: string[] };
export type ToldParams = Record<string, ToldParam>;

export interface KindTexts {
  /** The kind in a list of kinds: 有人请我审批. */
  name: string;
  /** What happened, in one line. */
  what: string;
  /** More of it; left out where a parameter in it is null. */
  more?: string;
  /** Why the reader is told. */
  why: string;
  /** What the one button says. */
  button: string;
}

export interface MessageKind extends Record<Language, KindTexts> {
  /** How it is mailed to those who have not decided. */
  mail: MailWish;
}

/** The kinds of messages of one subgraph, by name. Names are unique in the installation. */
export type MessageKinds = Record<string, MessageKind>;

/** Anything that runs SQL as the owner of the schema. */
interface Queryable {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** Writes down what the subgraphs can tell, so that every process can word it. */
export async function publishKinds(client: Queryable, parts: readonly { name?: string; kinds?: MessageKinds }[]): Promise<void> {
  const rows = parts.flatMap(({ name = '', kinds = {} }, part) => Object.entries(kinds).map(([kind, { mail, ...texts }], index) => ({ kind, subgraph: name, position: part * 1000 + index, mail, texts })));
  await client.query(
    `insert into platform.message_kind (kind, subgraph, position, mail, texts)
     select * from jsonb_to_recordset($1::jsonb) as k(kind text, subgraph text, position int, mail text, texts jsonb)
     on conflict (kind) do update set subgraph = excluded.subgraph, position = excluded.position, mail = excluded.mail, texts = excluded.texts`,
    [JSON.stringify(rows)],
  );
}
