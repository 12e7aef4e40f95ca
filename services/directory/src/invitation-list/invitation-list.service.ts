import { asUuid, contentPlace, DomainError, type Language, type RequestContext, sql, StoredFile } from '@gongjian/platform';
import { readSheets } from '@gongjian/platform/sheets/read-sheets';
import { SheetError } from '@gongjian/platform/sheets/sheet.types';
import { Injectable } from '@nestjs/common';
import { Invitation } from '../invitation/invitation.entity.ts';
import { addressText, holdersOf, latestOf, lockPlaces } from '../invitation/invitation.queries.ts';
import { InvitationService } from '../invitation/invitation.service.ts';
import type { InvitationListInput } from './invitation-list.inputs.ts';
import { layoutsOf, type ListField, type ListLayout, mapped } from './invitation-list.layout.ts';
import { folded, type Line, linesOf } from './invitation-list.lines.ts';

const MOST = 1000;
/** Lines that are handed over: more than may be, so that it is noticed. */
const READ = MOST + 100;
/** Whoever asks is waiting, and so is a connection to the database. */
const PATIENCE = 15_000;

export interface JudgedLine extends Line {
  state: 'NEW' | 'INVITED' | 'BAD';
  addressPrint: string | null;
  /** An invitation that has run out, and ends when the next one is sent. */
  earlier: Invitation | null;
}

export interface ReadList {
  input: InvitationListInput;
  fileName: string;
  layouts: ListLayout[];
  layout: ListLayout;
  lines: JudgedLine[];
}

/** Many people at once, from a table. What is read is not kept: each question reads the file anew. */
@Injectable()
export class InvitationListService {
  constructor(private readonly invitations: InvitationService) {}

  /** @param locked so that nobody else invites the same people meanwhile */
  async read(ctx: RequestContext, input: InvitationListInput, locked = false): Promise<ReadList> {
    ctx.authorize('create', Invitation);
    const { name, layouts } = await this.open(ctx, input.fileId);
    const chosen = input.sheet ? layouts.find(({ sheet }) => sheet.name === input.sheet) : layouts[0];
    if (!chosen) throw input.sheet ? new DomainError('SHEET_UNKNOWN', { sheet: input.sheet }, { field: 'input.sheet' }) : new DomainError('INVITATION_LIST_HEADINGS', {}, { field: 'input.fileId' });
    const layout = mapped(chosen, input.columns ?? []);
    const lines = linesOf(ctx, layout, { roles: input.roles ?? [] });
    // Of a sheet that is longer not all lines are here.
    if (lines.length > MOST || layout.sheet.lines > READ) throw new DomainError('TOO_MANY_ROWS', { max: MOST }, { field: 'input.fileId' });
    await this.place(ctx, lines, input.organisationId ?? null);
    await this.ask(ctx, lines);
    return { input, fileName: name, layouts, layout, lines: await this.judge(ctx, lines, locked) };
  }

  /** Invites whoever can be. @returns how many, and the list as it is then */
  async send(ctx: RequestContext, input: InvitationListInput, options: { goodDays: number; language: Language }): Promise<{ sent: number; list: ReadList }> {
    const list = await this.read(ctx, input, true);
    const due = list.lines.filter(({ state }) => state === 'NEW');
    for (const { earlier } of due) if (earlier) await ctx.update(earlier, { state: 'WITHDRAWN' });
    await this.invitations.issue(ctx, due.map(({ name, email, organisationId, roles, addressPrint }) => ({ name, email, organisationId: organisationId!, roles, addressPrint: addressPrint!, since: null, until: null, ...options })));
    for (const line of due) line.state = 'INVITED';
    return { sent: due.length, list };
  }

  private async open(ctx: RequestContext, fileId: string): Promise<{ name: string; layouts: ListLayout[] }> {
    const file = await ctx.must(StoredFile, asUuid(fileId), 'input.fileId');
    try {
      return { name: file.name, layouts: layoutsOf(await readSheets(await ctx.openBytes(contentPlace(file.id), file.content), file.name, READ, { milliseconds: PATIENCE })) };
    } catch (error) {
      if (error instanceof SheetError) throw new DomainError(error.code, error.params, { field: 'input.fileId' });
      throw error;
    }
  }

  /** For which organisation each is invited. Those that are unknown and those that are not one's to invite for are the same. */
  private async place(ctx: RequestContext, lines: readonly Line[], usual: string | null): Promise<void> {
    const members = await ctx.query<{ id: string; name: string; shortName: string; uscc: string }>(sql`select organisation_id as id, name, short_name as "shortName", uscc from directory.member where tenant_id = ${ctx.currentTenant}`);
    const mine = members.filter(({ id }) => ctx.can('create', Object.assign(new Invitation(), { organisationId: id })));
    const byWord = new Map(mine.flatMap(({ id, name, shortName, uscc }) => [uscc, shortName, name].map((word) => [folded(word), id] as const)));
    const own = usual ?? (mine.length === 1 ? mine[0]!.id : null);
    for (const line of lines) {
      line.organisationId = line.organisation ? (byWord.get(folded(line.organisation)) ?? null) : (mine.find(({ id }) => id === own)?.id ?? null);
      const member = mine.find(({ id }) => id === line.organisationId);
      if (member) line.organisation = member.name;
      else line.problems.push(line.organisation ? { field: 'ORGANISATION', code: 'ORGANISATION_NOT_INVITABLE', params: { organisation: line.organisation } } : { field: 'ORGANISATION', code: 'REQUIRED' });
    }
  }

  /** What can be said of the roles; asked once for all lines with the same ones. */
  private async ask(ctx: RequestContext, lines: readonly Line[]): Promise<void> {
    const good = lines.filter(({ problems }) => problems.length === 0);
    for (const alike of Map.groupBy(good, ({ organisationId, roles }) => [organisationId, ...roles.toSorted()].join()).values()) {
      const { organisationId, roles } = alike[0]!;
      try {
        await this.invitations.requireInvitable(ctx, { organisationId: organisationId!, roles });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const { code, params, extra } = error;
        const field: ListField = extra.field?.includes('organisation') ? 'ORGANISATION' : 'ROLES';
        for (const { problems } of alike) problems.push({ field, code, params });
      }
    }
  }

  private async judge(ctx: RequestContext, lines: readonly Line[], locked: boolean): Promise<JudgedLine[]> {
    const judged: JudgedLine[] = [];
    const first = new Map<string, number>();
    for (const line of lines) {
      const good = line.problems.length === 0;
      const addressPrint = good ? await ctx.fingerprint(addressText(line.email)) : null;
      const place = `${line.organisationId} ${addressPrint}`;
      const earlier = good ? first.get(place) : undefined;
      if (earlier !== undefined) line.problems.push({ field: 'EMAIL', code: 'LINE_TWICE', params: { row: earlier } });
      else if (good) first.set(place, line.number);
      judged.push({ ...line, state: line.problems.length > 0 ? 'BAD' : 'NEW', addressPrint, earlier: null });
    }
    const due = judged.filter(({ state }) => state === 'NEW');
    if (locked) await lockPlaces(ctx, due.map(({ organisationId, addressPrint }) => ({ organisationId: organisationId!, addressPrint: addressPrint! })));
    for (const [organisationId, those] of Map.groupBy(due, (line) => line.organisationId!)) await markInvited(ctx, organisationId, those);
    return judged;
  }
}

async function markInvited(ctx: RequestContext, organisationId: string, lines: readonly JudgedLine[]): Promise<void> {
  const latest = await latestOf(ctx, organisationId, lines.map(({ addressPrint }) => addressPrint!));
  const known = new Map(latest.map((invitation) => [invitation.addressPrint, invitation]));
  const byPrint = new Map(lines.map((line) => [line.addressPrint, line]));
  const holders = await holdersOf(ctx, latest.filter(({ state }) => state === 'ACCEPTED'), ({ addressPrint }) => byPrint.get(addressPrint)!.roles);
  for (const line of lines) {
    const invitation = known.get(line.addressPrint!);
    if (!invitation) continue;
    if (invitation.state === 'OPEN' && invitation.expiresAt <= ctx.now) line.earlier = invitation;
    else if (invitation.state === 'OPEN' || holders.has(invitation)) line.state = 'INVITED';
  }
}
