import { all, any, likePattern, parseInput, piecesWanted, raw, type RequestContext, searchFirst, searchInput, sql, wordsOf } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { today } from '../day.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { membersWhere } from '../organisation/organisation.queries.ts';
import { normaliseUscc } from '../organisation/uscc.ts';
import { Person } from '../person/person.entity.ts';
import { RoleGrant } from '../person/role-grant.entity.ts';
import { fold } from '../search.ts';

export interface OrganisationHit {
  organisation: Organisation;
  matchedBy: 'NAME' | 'USCC';
}

/** More people than a consortium has of one family name. */
const MOST_PEOPLE = 20_000;

@Injectable()
export class SearchService {
  async people(ctx: RequestContext, text: string, first?: number | null): Promise<Person[]> {
    const words = wordsOf(fold(parseInput(searchInput(), text, 'text')));
    const most = parseInput(searchFirst, first, 'first');
    const rows = await ctx.query<{ id: string }>(sql`
      select f.id from directory.find_people(${words.flatMap(piecesWanted)}, ${words.map((word) => likePattern('%', word, '%'))}, ${words.join('')}, ${raw(String(MOST_PEOPLE))}) with ordinality f(id, rank)
      where exists (select 1 from directory.role_grant t where t.tenant_id = ${ctx.currentTenant} and t.person_id = f.id and ${ctx.permitted('read', RoleGrant)} and (t.until is null or t.until > ${today(ctx)}))
      order by f.rank limit ${raw(String(most))}`);
    const people = await ctx.find(Person, { where: [sql`t.id = any(${rows.map(({ id }) => id)}::uuid[])`] });
    const byId = new Map(people.map((person) => [person.id, person]));
    return rows.flatMap(({ id }) => byId.get(id) ?? []);
  }

  /** A consortium has some hundred members at most, so all that fit are ranked here. */
  async organisations(ctx: RequestContext, text: string, first?: number | null): Promise<OrganisationHit[]> {
    const words = wordsOf(fold(parseInput(searchInput(), text, 'text')));
    const most = parseInput(searchFirst, first, 'first');
    const code = normaliseUscc(words.join('')).toLowerCase();
    const said = all(words.map((word) => sql`strpos(t.search, ${word}) > 0`));
    const isCode = /^[0-9a-z]{4,18}$/.test(code);
    const found = await ctx.find(Organisation, { where: [...membersWhere(ctx, null), isCode ? any([said, sql`strpos(t.search, ${code}) > 0`]) : said], orderBy: [{ by: 'sortName' }] });
    const rank = ({ search, uscc }: Organisation) => {
      const lines = search.split('\n');
      const whole = words.join('');
      if (uscc.toLowerCase() === code || lines.includes(whole)) return 0;
      if (lines[0]!.startsWith(words[0]!)) return 1;
      return lines.some((line) => line.startsWith(words[0]!)) ? 2 : 3;
    };
    return found
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, most)
      .map((organisation) => ({ organisation, matchedBy: isCode && organisation.uscc.toLowerCase().includes(code) ? 'USCC' : 'NAME' }));
  }
}
