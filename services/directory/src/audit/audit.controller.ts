import { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { answer, contextOptions, parseInput, Platform, readLanguage, type RequestContext } from '@gongjian/platform';
import { AuditEntry } from './audit.entity.ts';
import { exportLines, stretchOf } from './audit.export.ts';
import { auditFilter } from './audit.inputs.ts';
import { chainOf } from './audit.queries.ts';
import { AuditService } from './audit.service.ts';
import { auditWorkbook } from './audit.workbook.ts';

type Route = Parameters<typeof answer>;
type Request = Route[1];
type Reply = Route[2];

/** The log as files: one that can be verified without us, one for people, and the signed end of the chain to be kept elsewhere. */
@Controller('audit-files')
export class AuditController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    private readonly audit: AuditService,
  ) {}

  @Get('entries.jsonl')
  lines(@Req() request: Request, @Res() reply: Reply): Promise<unknown> {
    return this.answer(request, reply, async (ctx) => {
      const filter = filterOf(request);
      const stretch = await stretchOf(ctx, filter?.from, filter?.until);
      ctx.audit('export', { type: 'AuditEntry', id: '*' }, { from: stretch.from.seq + 1, to: stretch.to.seq });
      name(reply, 'application/x-ndjson', `audit-${stretch.from.seq + 1}-${stretch.to.seq}.jsonl`);
      return Readable.from(exportLines(this.platform, ctx.actor, contextOptions(request), stretch));
    });
  }

  @Get('entries.xlsx')
  workbook(@Req() request: Request, @Res() reply: Reply): Promise<unknown> {
    return this.answer(request, reply, async (ctx) => {
      const filter = filterOf(request);
      const content = await auditWorkbook(ctx, this.audit, filter);
      ctx.audit('export', { type: 'AuditEntry', id: '*' }, { filter });
      name(reply, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', `audit-${new Date().toISOString().slice(0, 10)}.xlsx`);
      return content;
    });
  }

  /** Whoever keeps this elsewhere finds out, by `npm run verify:audit`, when the log is cut off behind it. */
  @Get('head.json')
  head(@Req() request: Request, @Res() reply: Reply): Promise<unknown> {
    return this.answer(request, reply, async (ctx) => {
      const { seq, hash, sealedAt, publicKey, signature } = (await chainOf(ctx))!;
      ctx.audit('export', { type: 'AuditEntry', id: '*' }, { throughSeq: seq });
      name(reply, 'application/json', `audit-head-${seq}.json`);
      return { tenantId: ctx.currentTenant, seq, hash, at: sealedAt.toISOString(), publicKey, signature };
    });
  }

  /** What has been committed is sealed first, so that a file lacks nothing that was there when it was asked for. */
  private async answer(request: Request, reply: Reply, work: (ctx: RequestContext) => Promise<unknown>): Promise<unknown> {
    const { language } = request.query as { language?: unknown };
    if (typeof language === 'string') request.headers['x-language'] = readLanguage(language);
    if (request.actor) await this.platform.sealer.seal(request.actor.tenantId);
    const recorded = (ctx: RequestContext) => {
      ctx.authorize('export', AuditEntry);
      return work(ctx);
    };
    return answer(this.platform, request, reply, recorded, { write: true });
  }
}

/** The page's filters from the address; times are ISO. */
function filterOf(request: Request) {
  const { language: _language, ...query } = request.query as Record<string, string>;
  const given = Object.entries(query).filter(([, value]) => value !== '').map(([key, value]) => [key, key === 'from' || key === 'until' ? new Date(value) : value]);
  return parseInput(auditFilter, Object.fromEntries(given), 'filter');
}

function name(reply: Reply, type: string, file: string): void {
  reply.header('content-type', type).header('content-disposition', `attachment; filename="${file}"`).header('cache-control', 'private, no-store');
}
