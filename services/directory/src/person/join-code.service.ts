import { createHash, randomInt } from 'node:crypto';
import { DomainError, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { today } from '../day.ts';
import { Person } from './person.entity.ts';
import type { AdmitPersonInput } from './person.inputs.ts';
import { PersonService } from './person.service.ts';

/** Without letters and digits that are taken for each other. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31^20 is beyond guessing. */
const LENGTH = 20;
const LIFE_HOURS = 24;

const fingerprint = (code: string) =>
  createHash('sha256')
    .update(code.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest();

export interface JoinCode {
  code: string;
  expiresAt: Date;
}

/** How one person comes to work in several consortia: they hand over a code, so nobody can look accounts up or take them over. */
@Injectable()
export class JoinCodeService {
  constructor(private readonly people: PersonService) {}

  async issue(ctx: RequestContext): Promise<JoinCode> {
    ctx.authorize('update', Object.assign(new Person(), { id: ctx.actor.personId }));
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const expiresAt = new Date(ctx.now.getTime() + LIFE_HOURS * 3_600_000);
    await ctx.query(sql`select directory.issue_join_code(${fingerprint(code)}, ${expiresAt})`);
    ctx.audit('issueJoinCode', { type: 'Person', id: ctx.actor.personId });
    return { code: code.replace(/.{5}(?=.)/g, '$&-'), expiresAt };
  }

  async admit(ctx: RequestContext, input: AdmitPersonInput, key?: string | null): Promise<Person> {
    const { joinCode, organisationId, roles } = input;
    this.people.requireGrantable(ctx, organisationId, roles);
    const { id, result } = await ctx.once(key, 'admitPerson', async () => {
      const { until } = await this.people.requireMember(ctx, organisationId);
      const [row] = await ctx.query<{ id: string | null }>(sql`select directory.redeem_join_code(${fingerprint(joinCode)}, ${ctx.now}) as id`);
      const personId = row!.id;
      if (!personId) throw new DomainError('JOIN_CODE_INVALID', {}, { field: 'input.joinCode' });
      ctx.audit('admit', { type: 'Person', id: personId });
      await this.people.give(ctx, { personId, organisationId, roles, since: today(ctx), until });
      return ctx.must(Person, personId);
    });
    return result ?? ctx.must(Person, id);
  }
}
