import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { canonical } from '../../libs/platform/src/audit/canonical.ts';
import { changeText, macOf } from '../../libs/platform/src/audit/entry.ts';
import { Secrets } from '../../libs/platform/src/secrets.ts';

test('the MAC of an entry is HMAC-SHA256', () => {
  const secrets = new Secrets(randomBytes(32).toString('base64url'));
  for (const tenant of ['one', 'other', 'one']) {
    const digest = randomBytes(32);
    expect(macOf(secrets, tenant, digest)).toEqual(createHmac('sha256', secrets.key(`audit:${tenant}`)).update(digest).digest());
  }
});

test('a change is written as canonical writes it', () => {
  const change = { action: 'update', type: 'Resource', id: '"x"', before: { b: 1, a: [null, '䶮'] }, after: null };
  expect(changeText(7, change)).toBe(canonical({ ...change, ordinal: 7 }));
});
