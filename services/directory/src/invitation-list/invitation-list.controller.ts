import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { answer, badInput, parseInput, Platform, readLanguage } from '@gongjian/platform';
import { refusedWorkbook } from '@gongjian/platform/sheets/refused-workbook';
import { invitationListInput } from './invitation-list.inputs.ts';
import { InvitationListService } from './invitation-list.service.ts';

type Route = Parameters<typeof answer>;

/** The lines that stay out, to be corrected and uploaded again. */
@Controller('invitation-lists')
export class InvitationListController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    private readonly lists: InvitationListService,
  ) {}

  @Get('refused.xlsx')
  refused(@Req() request: Route[1], @Res() reply: Route[2]): Promise<unknown> {
    const { of, language: asked } = request.query as { of?: unknown; language?: unknown };
    const work: Route[3] = async (ctx) => {
      const { layout, lines, fileName } = await this.lists.read(ctx, parseInput(invitationListInput, said(of), 'input'));
      const language = typeof asked === 'string' ? readLanguage(asked) : ctx.language;
      const say = (code: string, params?: Record<string, string | number>) => this.platform.catalogue.text(language, code, params);
      const rows = lines.filter(({ state }) => state === 'BAD').map(({ cells, problems }) => ({ cells, problems: problems.map(({ field, ...problem }) => ({ ...problem, params: texts(problem.params), column: field ? column(layout.fields.indexOf(field)) : null })) }));
      const name = `${fileName.replace(/\.[^.]+$/, '')}-${say('REJECTED_SHEET')}.xlsx`;
      reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return refusedWorkbook(layout.headings, rows, { sheet: say('REJECTED_SHEET'), reason: say('REJECTED_REASON'), text: ({ code, params }) => say(code, params) });
    };
    return answer(this.platform, request, reply, work, { write: true });
  }
}

function said(of: unknown): unknown {
  try {
    return JSON.parse(Buffer.from(String(of), 'base64url').toString('utf8'));
  } catch {
    throw badInput('of', 'BAD_VALUE');
  }
}

const column = (index: number): number | null => (index < 0 ? null : index);
const texts = (params: Record<string, string | number> = {}): Record<string, string> => Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]));
