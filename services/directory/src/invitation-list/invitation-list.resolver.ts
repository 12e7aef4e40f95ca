import { Ctx, Input, parseInput, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type InvitationListInput, invitationListInput, sendingInput } from './invitation-list.inputs.ts';
import { InvitationListService, type JudgedLine, type ReadList } from './invitation-list.service.ts';

const SAMPLES = 3;

@Resolver('InvitationList')
export class InvitationListResolver {
  constructor(private readonly lists: InvitationListService) {}

  @Query('invitationList')
  list(@Ctx() ctx: RequestContext, @Input(invitationListInput) input: InvitationListInput) {
    return this.lists.read(ctx, input);
  }

  @Mutation()
  inviteFromList(@Ctx() ctx: RequestContext, @Input(invitationListInput) input: InvitationListInput, @Args('goodDays') goodDays?: number, @Args('language') language?: string) {
    const options = parseInput(sendingInput, { goodDays, language }, '');
    return this.lists.send(ctx, input, { ...options, language: options.language ?? ctx.language });
  }

  @ResolveField()
  sheets(@Parent() { layouts }: ReadList) {
    return layouts.map(({ sheet }) => sheet.name);
  }

  @ResolveField()
  sheet(@Parent() { layout }: ReadList) {
    return layout.sheet.name;
  }

  @ResolveField()
  headingRow(@Parent() { layout }: ReadList) {
    return layout.at + 1;
  }

  @ResolveField()
  columns(@Parent() { layout: { headings, fields, sheet, at } }: ReadList) {
    const below = sheet.rows.slice(at + 1, at + 50);
    return headings.map((heading, index) => ({ index, heading, field: fields[index] ?? null, samples: [...new Set(below.map((cells) => (cells[index] ?? '').trim()).filter(Boolean))].slice(0, SAMPLES) }));
  }

  @ResolveField()
  counts(@Parent() { lines }: ReadList) {
    const of = (wanted: JudgedLine['state']) => lines.filter(({ state }) => state === wanted).length;
    return { total: lines.length, new: of('NEW'), invited: of('INVITED'), bad: of('BAD') };
  }

  @ResolveField()
  refusedUrl(@Parent() { lines, input }: ReadList) {
    return lines.some(({ state }) => state === 'BAD') ? `/invitation-lists/refused.xlsx?of=${Buffer.from(JSON.stringify(input)).toString('base64url')}` : null;
  }
}

@Resolver('InvitationLine')
export class InvitationLineResolver {
  @ResolveField()
  problems(@Parent() { problems }: JudgedLine, @Ctx() ctx: RequestContext) {
    return problems.map(({ field, code, params }) => ({ field, code, message: ctx.text(code, params) }));
  }
}
