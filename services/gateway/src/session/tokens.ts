export { hashOfToken as hashOf, newToken } from '@gongjian/platform';

const TOKEN = /^[\w-]{43}$/;

/** What cannot be one of ours need not be looked up. */
export const isToken = (text: string) => TOKEN.test(text);
