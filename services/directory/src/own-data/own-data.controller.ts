import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { answer, Platform, readLanguage, type RequestContext } from '@gongjian/platform';
import { today } from '../day.ts';
import { ownJson, ownWorkbook } from './own-data.export.ts';
import { type OwnArea, OwnDataService } from './own-data.service.ts';

type Route = Parameters<typeof answer>;
type Request = Route[1];
type Reply = Route[2];

/** All that is known about whoever asks, as a file. It is made for them alone and kept nowhere. */
@Controller('my-data')
export class OwnDataController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    private readonly ownData: OwnDataService,
  ) {}

  @Get('export.json')
  json(@Req() request: Request, @Res() reply: Reply): Promise<unknown> {
    return this.answer(request, reply, 'json', async (ctx, areas) => JSON.stringify(ownJson(areas, { name: ctx.actor.name, at: ctx.now }), null, 2));
  }

  @Get('export.xlsx')
  workbook(@Req() request: Request, @Res() reply: Reply): Promise<unknown> {
    return this.answer(request, reply, 'xlsx', (ctx, areas) => ownWorkbook(areas, ctx.language, ctx.actor.timeZone));
  }

  private answer(request: Request, reply: Reply, kind: 'json' | 'xlsx', make: (ctx: RequestContext, areas: OwnArea[]) => Promise<string | Buffer>): Promise<unknown> {
    const { language } = request.query as { language?: unknown };
    if (typeof language === 'string') request.headers['x-language'] = readLanguage(language);
    const work = async (ctx: RequestContext) => {
      const file = await make(ctx, await this.ownData.everything(ctx));
      name(reply, kind, ctx.language === 'en' ? 'my-data' : '我的个人信息', today(ctx));
      return file;
    };
    return answer(this.platform, request, reply, work, { write: true });
  }
}

const TYPES = { json: 'application/json; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

function name(reply: Reply, kind: 'json' | 'xlsx', title: string, day: string): void {
  reply
    .header('content-type', TYPES[kind])
    .header('content-disposition', `attachment; filename="my-data-${day}.${kind}"; filename*=UTF-8''${encodeURIComponent(`${title}-${day}.${kind}`)}`)
    .header('cache-control', 'private, no-store');
}
