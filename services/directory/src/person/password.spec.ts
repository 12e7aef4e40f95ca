import { describe, expect, it } from '@jest/globals';
import { hashPassword, isStrongPassword, verifyPassword } from './password.ts';

describe('passwords', () => {
  it.each(['Gongjian-2026', 'abcdefgh1A', '产教融合AI2026x', 'abc def 123'])('takes "%s"', (password) => expect(isStrongPassword(password)).toBe(true));

  it.each([
    ['9 characters', 'Abcdef12!'],
    ['two kinds', 'abcdefghij12'],
    ['one kind', 'abcdefghijklmnop'],
    ['201 characters', `A1${'a'.repeat(199)}`],
    ['nothing', ''],
  ])('refuses %s', (_, password) => expect(isStrongPassword(password)).toBe(false));

  it('keeps an argon2id hash with the parameters of OWASP', async () => {
    expect(await hashPassword('Gongjian-2026')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('knows a password again, also when its accents are typed another way', async () => {
    const kept = await hashPassword('Caf\u00e9-2026-x');
    expect(await verifyPassword(kept, 'Cafe\u0301-2026-x')).toBe(true);
    expect(await verifyPassword(kept, 'Cafe-2026-x')).toBe(false);
  });
});
