import { type Language, type KindTexts, type MailWish, type Message, type ToldParam, type RequestContext, sql, word, type WordedMessage } from '@gongjian/platform';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';

export interface KnownKind {
  kind: string;
  mail: MailWish;
  texts: Record<Language, KindTexts>;
}

/** How long what was read about kinds is believed: a new version of another process may bring new ones. */
const BELIEVED = 60_000;
let known: { at: number; kinds: Map<string, KnownKind> } | undefined;

/** All kinds of the installation, of whichever subgraph, in the order in which they are shown. */
export async function kindsOf(ctx: RequestContext): Promise<Map<string, KnownKind>> {
  if (known && Date.now() - known.at < BELIEVED) return known.kinds;
  const rows = await ctx.query<KnownKind>(sql`select kind, mail, texts from platform.message_kind order by position, kind`);
  known = { at: Date.now(), kinds: new Map(rows.map((row) => [row.kind, row])) };
  return known.kinds;
}

/** The message in words; all names that one operation needs are asked for at once. */
export async function worded(ctx: RequestContext, message: Message, language: Language, timeZone: string): Promise<WordedMessage> {
  const kind = (await kindsOf(ctx)).get(message.kind)!;
  const params = Object.values(message.params).filter((param): param is Exclude<ToldParam, string | number | null> => typeof param === 'object' && param !== null);
  const named = await Promise.all(
    params.flatMap((param) => ('person' in param ? [ctx.load(Person, param.person)] : 'organisation' in param ? [ctx.load(Organisation, param.organisation)] : [])),
  );
  const names = new Map(named.filter((record) => record !== null).map(({ id, name }) => [id, name]));
  return word(kind.texts, message.params, { language, timeZone, nameOf: (id) => names.get(id) ?? '—', textOf: (code) => ctx.textIn(language, code) });
}
