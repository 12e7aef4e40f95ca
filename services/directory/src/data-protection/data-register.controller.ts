import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { answer, Platform, readLanguage, type RequestContext } from '@gongjian/platform';
import ExcelJS from 'exceljs';
import { today } from '../day.ts';
import { DataRegisterPage } from './data-protection.permissions.ts';
import { DataRegisterService } from './data-register.service.ts';
import { CLASSES, HEADINGS, say } from './data-register.texts.ts';

type Route = Parameters<typeof answer>;

/** The register as a workbook: 个人信息处理清单, as an auditor asks for it. */
@Controller('data-protection')
export class DataRegisterController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    private readonly register: DataRegisterService,
  ) {}

  @Get('register.xlsx')
  workbook(@Req() request: Route[1], @Res() reply: Route[2]): Promise<unknown> {
    const { language, personal } = request.query as { language?: unknown; personal?: unknown };
    if (typeof language === 'string') request.headers['x-language'] = readLanguage(language);
    const work = async (ctx: RequestContext) => {
      ctx.authorize('export', DataRegisterPage);
      const columns = (await this.register.list(ctx)).filter((column) => personal !== 'true' || !['NONE', 'INTERNAL'].includes(column.class));
      ctx.audit('export', { type: 'DataRegister', id: '*' }, { rows: columns.length });
      const title = ctx.language === 'en' ? 'data-register' : '个人信息处理清单';
      reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="data-register-${today(ctx)}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${title}-${today(ctx)}.xlsx`)}`)
        .header('cache-control', 'private, no-store');
      const workbook = new ExcelJS.Workbook();
      const sheet = workbook.addWorksheet(ctx.language === 'en' ? 'Register' : '清单', { views: [{ state: 'frozen', ySplit: 1 }] });
      sheet.columns = HEADINGS[ctx.language].map(([header, width]) => ({ header, width, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } }));
      sheet.getRow(1).font = { bold: true };
      for (const column of columns) sheet.addRow([column.record, column.name, say(CLASSES[column.class], ctx.language), column.kind, column.purpose, column.basis, column.whose, column.kept, column.source, column.protection, column.shown]);
      return Buffer.from(await workbook.xlsx.writeBuffer());
    };
    return answer(this.platform, request, reply, work, { write: true });
  }
}
