import type { RequestContext } from '@gongjian/platform';
import { dayIn } from '../../day.ts';
import type { Agreement, AgreementParty } from '../agreement.entity.ts';
import { clausesOf, currentText, organisationsOf, partiesOf, partnerConsortium, poolName, signaturesOf, signerName } from '../agreement.parts.ts';
import { lastDay } from '../agreement.standing.ts';
import { hashOf, partyLetter } from '../agreement.text.ts';
import { sentenceOf } from '../clause.sentence.ts';
import { chineseNumber } from './chinese-number.ts';

/** An agreement as it stands on paper, before it is known whether that becomes a Word file or a PDF. */
export interface PrintedAgreement {
  title: string;
  number: string;
  /** Said below the title of what nobody is bound by. */
  notice: string | null;
  /** `standing`: of which consortium it is, where the agreement is between two. */
  parties: { letter: string; name: string; uscc: string; standing: string | null }[];
  preamble: string;
  articles: { heading: string; paragraphs: string[] }[];
  /** The end of the last article: it stays with the signatures. */
  closing: string[];
  signatures: { letter: string; name: string; person: string | null; office: string | null; day: string | null }[];
}

const NOTICES: Partial<Record<Agreement['state'], string>> = { DRAFT: '（草案，尚未签署）', SIGNING: '（签署中，尚未生效）', WITHDRAWN: '（已撤回，从未生效）' };
const KINDS = { COOPERATION: '校企合作协议', SHARING: '共建共享协议' } as const;

const longDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** Always in Chinese: that is the text that was agreed on. */
export async function printedAgreement(ctx: RequestContext, agreement: Agreement): Promise<PrintedAgreement> {
  const [parties, clauses, signatures] = await Promise.all([partiesOf(ctx, agreement.id), clausesOf(ctx, agreement.id), signaturesOf(ctx, agreement.id)]);
  const organisations = await organisationsOf(ctx, parties);
  const pools = await Promise.all(clauses.map((clause) => poolName(ctx, clause)));
  const nameOf = (id: string) => organisations.get(id)?.name ?? '';
  const people = await Promise.all(signatures.map((signature) => signerName(ctx, signature)));
  const standings = await Promise.all(parties.map((party) => (agreement.shared ? standingOf(ctx, party) : null)));
  const letters = parties.map(({ ordinal }) => partyLetter('zh-CN', ordinal));
  const hash = hashOf(await currentText(ctx, agreement)).toString('hex');
  const content = clauses.map((clause, index) => `（${chineseNumber(index + 1)}）${sentenceOf('zh-CN', clause, { giver: nameOf(clause.giverId), taker: nameOf(clause.takerId), pool: pools[index]! })}`);
  const articles: [heading: string, paragraphs: string[]][] = [
    ...(agreement.purpose ? [['合作宗旨', agreement.purpose.split('\n').filter((line) => line.trim())] as [string, string[]]] : []),
    ['合作内容', content],
    ['有效期', [`本协议自${longDay(agreement.since)}起生效，至${longDay(lastDay(agreement.until))}止。`]],
    ['变更、中止与终止', [
      '本协议的变更须由各方重新签署，签署完成前原约定继续有效。',
      `一方提前终止本协议的，应当至少提前${agreement.noticeDays}日通知其他各方，并说明理由。`,
      ...(agreement.endsOn ? [`本协议已登记自${longDay(agreement.endsOn)}起终止，理由：${agreement.endReason}`] : []),
    ]],
    ['其他', [
      '各方对履行中知悉的个人信息和商业秘密负有保密义务，依照《中华人民共和国个人信息保护法》处理个人信息。',
      `本协议由各方在共建平台上确认本人后签署，签署的文本以校验值固定，各方所执文本的校验值相同。校验值（SHA-256）：${hash}`,
    ]],
  ];
  return {
    title: agreement.title,
    number: agreement.number,
    notice: NOTICES[agreement.state] ?? null,
    parties: parties.map(({ organisationId }, index) => ({ letter: letters[index]!, name: nameOf(organisationId), uscc: organisations.get(organisationId)?.uscc ?? '', standing: standings[index]! })),
    preamble: `依据《中华人民共和国职业教育法》等法律法规，${letters.join('、')}本着平等自愿、共建共享、互利共赢的原则，经协商一致，订立本${KINDS[agreement.kind]}。`,
    closing: [`本协议一式${parties.length === 2 ? '两' : chineseNumber(parties.length)}份，各方各执一份，具有同等效力。`, '（以下无正文）'],
    articles: articles.map(([heading, paragraphs], index) => ({ heading: `第${chineseNumber(index + 1)}条  ${heading}`, paragraphs })),
    signatures: parties.map(({ organisationId }, index) => {
      const at = signatures.findIndex((signature) => signature.organisationId === organisationId);
      const signature = signatures[at];
      return { letter: letters[index]!, name: nameOf(organisationId), person: people[at] ?? null, office: signature?.office ?? null, day: signature ? longDay(dayIn(ctx.actor.timeZone, signature.createdAt)) : null };
    }),
  };
}

/** As whose member it signs, and whether for all of them. */
async function standingOf(ctx: RequestContext, { homeId, whole }: AgreementParty): Promise<string | null> {
  const consortium = await partnerConsortium(ctx, homeId);
  if (!consortium) return null;
  return whole ? `“${consortium.name}”牵头单位，代表其全体成员单位签署` : `“${consortium.name}”成员单位`;
}
