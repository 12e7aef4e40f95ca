import type { Messages } from '@gongjian/platform';

export const identityMessages: Messages = {
  'zh-CN': {
    SIGN_IN_CODE_FORM: '登录短链接为 2 至 32 位小写字母、数字或连字符，首尾不能是连字符，例如 szpt',
    SIGN_IN_CODE_TAKEN: '这个登录短链接已被使用，请换一个',
    ISSUER_FORM: '请填写身份提供方的地址（Issuer），例如 https://sso.example.edu.cn，不含 ? 和 #，也不含 /.well-known/',
    DOMAIN_FORM: '邮箱域名格式不对，例如 example.edu.cn',
    DOMAIN_PUBLIC: '公共邮箱的域名任何人都能用，不能代表一个单位',
    PROVIDERS_ENOUGH: '每个单位最多设置 {max} 个身份提供方，请先移除不用的',
    ADDRESS_MALFORMED: '这不是一个网址',
    ADDRESS_NOT_HTTPS: '地址必须以 https:// 开头',
    ADDRESS_REFUSED: '这个地址在内部网络里，本系统不会访问。如果确实需要，请平台运营在设置中放行该网段（OUTGOING_NETWORKS）',
  },
  en: {
    SIGN_IN_CODE_FORM: 'The short link has 2 to 32 lower-case letters, digits or hyphens, without a hyphen at either end, such as szpt',
    SIGN_IN_CODE_TAKEN: 'This short link is taken; choose another one',
    ISSUER_FORM: 'Enter the address of the identity provider (its issuer), such as https://sso.example.edu.cn, without ? or #, and without /.well-known/',
    DOMAIN_FORM: 'This is not the domain of mail addresses, such as example.edu.cn',
    DOMAIN_PUBLIC: 'Anybody may have an address there; it cannot stand for an organisation',
    PROVIDERS_ENOUGH: 'An organisation has at most {max} identity providers; remove one that you do not use',
    ADDRESS_MALFORMED: 'This is not a web address',
    ADDRESS_NOT_HTTPS: 'The address must begin with https://',
    ADDRESS_REFUSED: 'This address is inside a private network, where we do not go. If it has to be, the platform operators can allow its network (OUTGOING_NETWORKS)',
  },
};
