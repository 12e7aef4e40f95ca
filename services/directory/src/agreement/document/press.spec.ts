import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PrintedAgreement } from './agreement.document.ts';
import { Press } from './press.ts';

const PRINTED: PrintedAgreement = {
  title: '设备共享协议',
  number: '2026-001',
  notice: null,
  parties: ['甲方', '乙方'].map((letter) => ({ letter, name: '示例职业技术学院', uscc: '12430000444880552P', standing: null })),
  preamble: '经协商一致，订立本协议。',
  articles: [{ heading: '第一条  合作内容', paragraphs: ['甲方将设备供乙方使用。'] }],
  closing: ['本协议自签署之日起生效。'],
  signatures: ['甲方', '乙方'].map((letter) => ({ letter, name: '示例职业技术学院', person: null, office: null, day: null })),
};
const begins = (paper: Buffer) => paper.subarray(0, 4).toString('latin1');

describe('the press', () => {
  let press: Press;
  beforeAll(() => void (press = new Press()));
  afterAll(() => press.close());

  it('prints what is asked for at once, each in its own form', async () => {
    const papers = await Promise.all((['pdf', 'docx', 'pdf'] as const).map((form) => press.print(form, PRINTED)));
    expect(papers.map(begins)).toEqual(['%PDF', 'PK\u0003\u0004', '%PDF']);
  });

  it('says of what cannot be printed that it cannot, and prints the next', async () => {
    const broken = press.print('pdf', { ...PRINTED, parties: null as never });
    const next = press.print('pdf', PRINTED);
    await expect(broken).rejects.toThrow('could not be printed');
    expect(begins(await next)).toBe('%PDF');
  });
});
