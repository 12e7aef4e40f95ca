import { answer, notFound, Platform, type RequestContext } from '@gongjian/platform';
import { Controller, Get, Inject, type OnApplicationShutdown, Req, Res } from '@nestjs/common';
import { Agreement } from '../agreement.entity.ts';
import { type PrintedAgreement, printedAgreement } from './agreement.document.ts';
import { Press } from './press.ts';
import type { PaperForm } from './press.worker.ts';

type Route = Parameters<typeof answer>;

const TYPES: Record<PaperForm, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** An agreement on paper, for those who may read it: as a Word file and as a PDF. */
@Controller('agreements')
export class AgreementController implements OnApplicationShutdown {
  private readonly press = new Press();

  constructor(@Inject(Platform) private readonly platform: Platform) {}

  /** After the last request was answered. */
  onApplicationShutdown(): Promise<void> {
    return this.press.close();
  }

  @Get(':id/agreement.docx')
  word(@Req() request: Route[1], @Res() reply: Route[2]): Promise<unknown> {
    return this.print('docx', request, reply);
  }

  @Get(':id/agreement.pdf')
  pdf(@Req() request: Route[1], @Res() reply: Route[2]): Promise<unknown> {
    return this.print('pdf', request, reply);
  }

  private print(form: PaperForm, request: Route[1], reply: Route[2]): Promise<unknown> {
    const { id } = request.params as { id: string };
    const work = async (ctx: RequestContext) => {
      const agreement = await ctx.get(Agreement, id);
      if (!agreement) throw notFound();
      ctx.audit('export', { type: 'Agreement', id: agreement.id }, { form });
      return printedAgreement(ctx, agreement);
    };
    // What says that it is a paper is said of one that is there: a failure is answered in words.
    const after = async (printed: PrintedAgreement) => {
      const paper = await this.press.print(form, printed);
      const name = `${printed.title.replaceAll(/[\\/:*?"<>|]/g, ' ')}-${printed.number}.${form}`;
      reply
        .header('content-type', TYPES[form])
        .header('content-disposition', `attachment; filename="agreement-${printed.number}.${form}"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'private, no-store');
      return paper;
    };
    return answer(this.platform, request, reply, work, { write: true, after });
  }
}
