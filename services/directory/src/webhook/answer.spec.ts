import { describe, expect, it } from '@jest/globals';
import { answerText } from './answer.ts';

describe('what is kept of an answer', () => {
  it('is its beginning, without addresses and long numbers', () => {
    expect(answerText('application/json', Buffer.from('{"error":"no user zhang@school.edu.cn, 13812345678, 43010419800101123X","code":422}'))).toBe('{"error":"no user …@…, …, …","code":422}');
    expect(answerText('text/plain', Buffer.from('x'.repeat(5000)))).toHaveLength(1024);
  });

  it('is nothing where it is no text', () => {
    expect(answerText('image/png', Buffer.from('x'))).toBeNull();
    expect(answerText('text/plain', Buffer.alloc(0))).toBeNull();
  });

  it('has no character that cannot be stored', () => {
    expect(answerText(undefined, Buffer.from([0x61, 0, 0x1b, 0x62, 0xff]))).toBe('ab\ufffd');
  });
});
