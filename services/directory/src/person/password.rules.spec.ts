import { describe, expect, it } from '@jest/globals';
import { passwordProblem } from './password.rules.ts';

const owner = { login: 'zhang.wei', name: '张伟', email: 'weizhang@example.org' };

describe('the password of a person', () => {
  it.each(['Correct-Horse-2026', 'k7Wm-tuQz-93pd', '轨道交通学院的第三台车床7Bq', 'Rost-Teich-Wolke-48', 'Trumpet-Canal-88'])('may be "%s"', (password) => expect(passwordProblem(password, owner)).toBeNull());

  it.each(['short-A1', 'onlylowercase', 'abcdefghij12'])('is too simple: "%s"', (password) => expect(passwordProblem(password)).toBe('PASSWORD_WEAK'));

  it.each(['Zhang.Wei-77xkq', 'xk-zhangwei-77B', 'XX张伟-77kq-Zm', 'my-WeiZhang-9941'])('has the name, the login or the address of its owner in it: "%s"', (password) => expect(passwordProblem(password, owner)).toBe('PASSWORD_PERSONAL'));

  it.each([
    'Password2026!', 'P@ssw0rd123', 'Qwerty12345!', 'Aa123456789', 'Iloveyou-520', 'Woaini-1314520', 'woAini5201314', '5201314Abc', 'Liming19950308', 'Wangwei@1988',
    'WangFang2008!', 'Xuexiao@2026', 'Gongjian-2026', 'Admin@123456', '1qaz@WSX3edc', 'Abcd1234!@#$', 'Jiaowuchu2026', 'Hunan@20260101', 'Ｐassword2026!', 'Changsha2026!', 'Aaaaaaa111!',
  ])('is what guessers try first: "%s"', (password) => expect(passwordProblem(password)).toBe('PASSWORD_COMMON'));

  it('is looked at quickly, however long it is and whatever is repeated in it', () => {
    for (const part of ['aA1!', 'password', '12a', 'qwe1', 'wangwei1990']) {
      const started = performance.now();
      passwordProblem(`A1-${part.repeat(50)}`.slice(0, 200));
      expect(performance.now() - started).toBeLessThan(1500);
    }
  });
});
