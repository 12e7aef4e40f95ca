import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { answer, Platform } from '@gongjian/platform';
import { ImportService } from './import.service.ts';
import { rejectedWorkbook } from './rejected-file.ts';

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
        const headings = record.columns.map(({ heading }) => heading);
        const content = await rejectedWorkbook(headings, rows, { sheet: ctx.text('REJECTED_SHEET'), reason: ctx.text('REJECTED_REASON'), text: (problem) => ctx.text(problem.code, problem.params) });
        const name = `${record.fileName.replace(/\.[^.]+$/, '')}-${ctx.text('REJECTED_SHEET')}.xlsx`;
        return reply
          .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
          .header('cache-control', 'private, no-store')
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
          .send(content);
      },
      { write: true },
    );
  }
}
