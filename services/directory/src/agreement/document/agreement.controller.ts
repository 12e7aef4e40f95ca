import { answer, notFound, Platform, type RequestContext } from '@gongjian/platform';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { Agreement } from '../agreement.entity.ts';
import { printedAgreement } from './agreement.document.ts';
import { agreementDocx } from './agreement.docx.ts';
import { agreementPdf } from './agreement.pdf.ts';

type Route = Parameters<typeof answer>;

const FORMS = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', print: agreementDocx },
  pdf: { type: 'application/pdf', print: agreementPdf },
} as const;

/** An agreement on paper, for those who may read it: as a Word file and as a PDF. */
@Controller('agreements')
export class AgreementController {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  @Get(':id/agreement.docx')
  word(@Req() request: Route[1], @Res() reply: Route[2]): Promise<unknown> {
    return this.print('docx', request, reply);
  }

  @Get(':id/agreement.pdf')
  pdf(@Req() request: Route[1], @Res() reply: Route[2]): Promise<unknown> {
    return this.print('pdf', request, reply);
  }

  private print(form: keyof typeof FORMS, request: Route[1], reply: Route[2]): Promise<unknown> {
    const { id } = request.params as { id: string };
    const { type, print } = FORMS[form];
    const work = async (ctx: RequestContext) => {
      const agreement = await ctx.get(Agreement, id);
      if (!agreement) throw notFound();
      ctx.audit('export', { type: 'Agreement', id: agreement.id }, { form });
      const printed = await printedAgreement(ctx, agreement);
      const name = `${printed.title.replaceAll(/[\\/:*?"<>|]/g, ' ')}-${printed.number}.${form}`;
      reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename="agreement-${printed.number}.${form}"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'private, no-store');
      return print(printed);
    };
    return answer(this.platform, request, reply, work, { write: true });
  }
}
