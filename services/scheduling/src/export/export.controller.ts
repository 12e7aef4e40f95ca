import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Controller, Get, Req, Res } from '@nestjs/common';
import ExcelJS from 'exceljs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer, type Language, MAX_PAGE, type Page, parseInput, Platform, readLanguage, type RequestContext } from '@gongjian/platform';
import { Resource } from '../resource/resource.entity.ts';
import { RESOURCE_ORDERS, type ResourceFilter, resourceFilter, type ResourceOrder } from '../resource/resource.inputs.ts';
import { matching, membersOf, ordered } from '../resource/resource.queries.ts';
import { ResourceService } from '../resource/resource.service.ts';
import { dayOf } from '../time.ts';
import { COLUMNS } from './export.columns.ts';

type Query = Record<string, string | string[] | undefined>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list of resources as a workbook, with the filters of the page it was asked from. */
@Controller()
export class ExportController {
  constructor(
    private readonly platform: Platform,
    private readonly resources: ResourceService,
  ) {}

  @Get('exports/resources.xlsx')
  export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<unknown> {
    return answer(
      this.platform,
      request,
      reply,
      async (ctx) => {
        ctx.authorize('export', Resource);
        const query = request.query as Query;
        const filter = parseInput(resourceFilter, filterOf(query), 'filter');
        const order = RESOURCE_ORDERS.find((one) => one === query['orderBy']) ?? 'KIND_THEN_NAME';
        const language = typeof query['language'] === 'string' ? readLanguage(query['language']) : ctx.language;
        const file = await this.workbook(ctx, filter, order, language);
        ctx.audit('export', { type: 'Resource', id: '*' }, { filter });
        name(reply, language, dayOf(ctx.now.getTime(), ctx.actor.timeZone));
        return file;
      },
      { write: true },
    );
  }

  /** Page by page, each written and forgotten: what stays in memory is the packed file. */
  private async workbook(ctx: RequestContext, filter: ResourceFilter, order: ResourceOrder, language: Language): Promise<Buffer> {
    const output = new PassThrough();
    const packed = buffer(output);
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
    const sheet = workbook.addWorksheet(language === 'en' ? 'Resources' : '资源', { views: [{ state: 'frozen', ySplit: 1 }] });
    // The text format keeps =1+1, +86… and 007 what they are, also when somebody edits the cell.
    sheet.columns = COLUMNS.map(({ heading, width }) => ({ header: heading[language], width, style: { numFmt: '@' } }));
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).commit();

    const owners = new Map((await membersOf(ctx)).map(({ id, name }) => [id, name]));
    const options = { where: matching(filter), orderBy: await ordered(ctx, order) };
    const say = (code: string) => this.platform.catalogue.text(language, code);
    for (let after: string | null = null; ; ) {
      const page: Page<Resource> = await ctx.page(Resource, { first: MAX_PAGE, after }, options);
      for (const resource of page.nodes) {
        const around = { owner: owners.get(resource.ownerId) ?? '', personal: await this.resources.masked(ctx, resource), language, say };
        const row = sheet.addRow(COLUMNS.map(({ value }) => value(resource, around)));
        row.eachCell((cell) => {
          if (typeof cell.value === 'number') cell.numFmt = 'General';
        });
        row.commit();
      }
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    await workbook.commit();
    return packed;
  }
}

const LISTS = ['kinds', 'states', 'ownerIds', 'ids'];
const FLAGS = ['bookable', 'needsApproval'];
const TEXTS = ['search', 'category', 'model'];

/** The page's address as the graph's filter: lists repeated or with commas, flags as true and false; other parameters are not ours. */
function filterOf(query: Query): Record<string, unknown> {
  const values = (key: string) => [query[key] ?? []].flat().flatMap((value) => value.split(',')).filter((value) => value !== '');
  const filter: Record<string, unknown> = {};
  for (const key of LISTS) if (values(key).length > 0) filter[key] = values(key);
  for (const key of FLAGS) if (query[key] === 'true' || query[key] === 'false') filter[key] = query[key] === 'true';
  for (const key of TEXTS) if (typeof query[key] === 'string' && query[key] !== '') filter[key] = query[key];
  return filter;
}

/** @param day when it was taken, as the calendar on the consortium's wall says */
function name(reply: FastifyReply, language: Language, day: string): void {
  const spoken = encodeURIComponent(language === 'en' ? `resources-${day}.xlsx` : `资源清单-${day}.xlsx`);
  reply
    .header('content-type', XLSX)
    .header('content-disposition', `attachment; filename="resources-${day}.xlsx"; filename*=UTF-8''${spoken}`)
    .header('cache-control', 'private, no-store');
}
