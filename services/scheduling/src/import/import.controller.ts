import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { answer, Platform, readLanguage } from '@gongjian/platform';
import { ImportService } from './import.service.ts';
import { refusedWorkbook } from '@gongjian/platform/sheets/refused-workbook';

type Route = Parameters<typeof answer>;

/** The lines that did not go in, to be corrected and uploaded again. */
@Controller('imports')
export class ImportController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    private readonly imports: ImportService,
  ) {}

  @Get(':id/rejected.xlsx')
  rejected(@Req() request: Route[1], @Res() reply: Route[2], @Param('id') id: string): Promise<unknown> {
    return answer(
      this.platform,
      request,
      reply,
      async (ctx) => {
        const { record, rows } = await this.imports.rejected(ctx, id);
        const { language: asked } = request.query as { language?: unknown };
        const language = typeof asked === 'string' ? readLanguage(asked) : ctx.language;
        const say = (code: string, params?: Record<string, string>) => this.platform.catalogue.text(language, code, params);
        const headings = record.columns.map(({ heading }) => heading);
        const content = await refusedWorkbook(headings, rows, { sheet: say('REJECTED_SHEET'), reason: say('REJECTED_REASON'), text: (problem) => say(problem.code, problem.params) });
        const name = `${record.fileName.replace(/\.[^.]+$/, '')}-${say('REJECTED_SHEET')}.xlsx`;
        reply
          .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
          .header('cache-control', 'private, no-store')
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
        return content;
      },
      { write: true },
    );
  }
}
