import { inputs } from '@gongjian/platform';
import { z } from 'zod';

const { list, rule, text } = inputs;

/** Everybody may have an address there: it says nothing about an organisation. */
const PUBLIC_DOMAINS = new Set([
  'qq.com', 'foxmail.com', '163.com', '126.com', 'yeah.net', '188.com', 'sina.com', 'sina.cn', 'sohu.com', 'tom.com', '139.com', '189.cn', 'wo.cn', '21cn.com', 'aliyun.com',
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'live.cn', 'msn.com', 'yahoo.com', 'yahoo.cn', 'icloud.com', 'me.com', 'proton.me', 'protonmail.com',
]);
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const CODE = /^[a-z0-9][a-z0-9-]{0,30}[a-z0-9]$/;
/** Words that are, or may become, pages of ours below /sign-in. */
const RESERVED = new Set(['find', 'return', 'link', 'help', 'new']);

/** 深圳.中国 is looked up, and written in addresses, in its other form. */
const asDomain = (value: string) => URL.parse(`https://${value.trim().replace(/^@/, '')}`)?.hostname ?? value;

function isIssuer(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash && !url.pathname.includes('/.well-known/');
}

const domain = () => z.string().max(300).transform(asDomain).refine(...rule((value: string) => DOMAIN.test(value), 'DOMAIN_FORM')).refine(...rule((value: string) => !PUBLIC_DOMAINS.has(value), 'DOMAIN_PUBLIC'));

export const identityProviderInput = z.object({
  name: text(1, 40),
  code: text(2, 32).transform((value) => value.toLowerCase()).refine(...rule((value: string) => CODE.test(value), 'SIGN_IN_CODE_FORM')).refine(...rule((value: string) => !RESERVED.has(value), 'SIGN_IN_CODE_TAKEN')),
  issuer: text(1, 300).refine(...rule(isIssuer, 'ISSUER_FORM')),
  clientId: text(1, 200),
  clientSecret: text(0, 500).nullish(),
  domains: list(domain(), 1, 20).transform((domains) => [...new Set(domains)]),
  enabled: z.boolean(),
});
export type IdentityProviderInput = z.output<typeof identityProviderInput>;
