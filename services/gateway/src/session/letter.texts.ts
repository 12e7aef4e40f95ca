import type { Language, MailDraft } from '@gongjian/platform';
import type { Owner } from './account.queries.ts';
import { agentName } from './agent.ts';
import type { AccountLetterKind, LetterFacts } from './door.parts.ts';

export interface LetterParts {
  kind: AccountLetterKind;
  owner: Owner;
  address: string;
  language: Language;
  facts: LetterFacts;
  createdAt: Date;
  token?: string;
}

const ACCOUNT_PAGE = '/account/security';

interface Words {
  subject: string;
  lines: string[];
  button: string;
}

/** `device` is where it happened, `when` when. A secret stands behind the # alone, which no browser sends to a server. */
const TEXTS: Record<Language, Record<AccountLetterKind, (parts: LetterParts & { device: string; when: string; factor: string }) => Words>> = {
  'zh-CN': {
    RESET: ({ owner }) => ({
      subject: '设置新密码',
      lines: [`有人为账号 ${owner.login} 申请了设置新密码。如果是您本人，请在 30 分钟内点击下面的按钮。链接只能使用一次。`, '如果不是您，请忽略这封邮件，您的密码不会改变。'],
      button: '设置新密码',
    }),
    EMAIL: ({ owner }) => ({
      subject: '确认您的邮箱',
      lines: [`账号 ${owner.login} 登记了这个邮箱。请在 24 小时内点击下面的按钮并用该账号登录，确认后可以用它找回密码、接收安全提醒。`, '如果您不认识这个账号，请忽略这封邮件。'],
      button: '确认邮箱',
    }),
    NEW_DEVICE: ({ owner, device, when, facts }) => ({
      subject: '您的账号在新设备上登录',
      lines: [`账号 ${owner.login} 在一台新设备上登录了。`, `设备：${device}；时间：${when}；地址：${facts.address ?? '—'}`, '如果是您本人，不用做什么。如果不是，请立即打开安全页面，结束该会话并修改密码。'],
      button: '不是我？查看登录会话',
    }),
    PASSWORD_CHANGED: ({ owner, device, when, facts }) => ({
      subject: '您的密码已修改',
      lines: [`账号 ${owner.login} 的密码已修改，其他设备上的登录都已结束。`, `设备：${device}；时间：${when}；地址：${facts.address ?? '—'}`, '如果不是您本人，请立即用“忘记密码”设置新密码，并联系单位管理员。'],
      button: '查看账号安全',
    }),
    EMAIL_CHANGED: ({ owner, device, when, facts }) => ({
      subject: '您的账号更换了邮箱',
      lines: [`账号 ${owner.login} 不再使用这个邮箱。`, `设备：${device}；时间：${when}；地址：${facts.address ?? '—'}`, '如果不是您本人，请立即登录修改密码，并联系单位管理员。'],
      button: '查看账号安全',
    }),
    FACTOR_ADDED: ({ owner, factor, device, when }) => ({
      subject: '您的账号添加了两步验证',
      lines: [`账号 ${owner.login} 添加了${factor}。`, `设备：${device}；时间：${when}`, '如果不是您本人，请立即打开安全页面移除它并修改密码。'],
      button: '查看账号安全',
    }),
    FACTOR_REMOVED: ({ owner, factor, device, when }) => ({
      subject: '您的账号移除了两步验证',
      lines: [`账号 ${owner.login} 移除了${factor}。`, `设备：${device}；时间：${when}`, '如果不是您本人，请立即打开安全页面并修改密码。'],
      button: '查看账号安全',
    }),
    CODE_USED: ({ owner, device, when, facts }) => ({
      subject: '有人用恢复码登录了您的账号',
      lines: [`账号 ${owner.login} 刚刚用一个恢复码登录，还剩 ${facts.left ?? 0} 个。`, `设备：${device}；时间：${when}；地址：${facts.address ?? '—'}`, '如果恢复码快用完了，请重新生成一组。如果不是您本人，请立即修改密码。'],
      button: '查看账号安全',
    }),
    IDENTITY_LINKED: ({ owner, facts, device, when }) => ({
      subject: '您的账号关联了单位统一身份认证',
      lines: [`账号 ${owner.login} 今后可以用“${facts.name ?? ''}”（${facts.organisation ?? ''}）登录。`, `设备：${device}；时间：${when}；地址：${facts.address ?? '—'}`, '如果不是您本人，请立即打开安全页面解除关联并修改密码。'],
      button: '查看账号安全',
    }),
    IDENTITY_UNLINKED: ({ owner, facts, device, when }) => ({
      subject: '您的账号解除了单位统一身份认证的关联',
      lines: [`账号 ${owner.login} 不能再用“${facts.name ?? ''}”（${facts.organisation ?? ''}）登录，请用密码或通行密钥登录。`, `设备：${device}；时间：${when}；地址：${facts.address ?? '—'}`, '如果不是您本人，请立即登录修改密码，并联系单位管理员。'],
      button: '查看账号安全',
    }),
  },
  en: {
    RESET: ({ owner }) => ({
      subject: 'Choose a new password',
      lines: [`Somebody asked for a new password for the account ${owner.login}. If that was you, use the button below within 30 minutes. The link works once.`, 'If it was not you, ignore this mail; your password stays as it is.'],
      button: 'Choose a new password',
    }),
    EMAIL: ({ owner }) => ({
      subject: 'Confirm your mail address',
      lines: [`The account ${owner.login} named this mail address. Use the button below within 24 hours and sign in with that account; from then on you can reset your password by mail and get security notices here.`, 'If you do not know this account, ignore this mail.'],
      button: 'Confirm the address',
    }),
    NEW_DEVICE: ({ owner, device, when, facts }) => ({
      subject: 'Your account was used on a new device',
      lines: [`Somebody signed in to the account ${owner.login} on a new device.`, `Device: ${device}; time: ${when}; address: ${facts.address ?? '—'}`, 'If that was you, there is nothing to do. If not, open the security page at once, end that session and change your password.'],
      button: 'Not you? See the sessions',
    }),
    PASSWORD_CHANGED: ({ owner, device, when, facts }) => ({
      subject: 'Your password was changed',
      lines: [`The password of the account ${owner.login} was changed; the sessions on all other devices have ended.`, `Device: ${device}; time: ${when}; address: ${facts.address ?? '—'}`, 'If that was not you, choose a new password with “Forgot your password?” at once and tell your administrator.'],
      button: 'See the security of your account',
    }),
    EMAIL_CHANGED: ({ owner, device, when, facts }) => ({
      subject: 'Your account has another mail address',
      lines: [`The account ${owner.login} does not use this mail address any more.`, `Device: ${device}; time: ${when}; address: ${facts.address ?? '—'}`, 'If that was not you, sign in and change your password at once, and tell your administrator.'],
      button: 'See the security of your account',
    }),
    FACTOR_ADDED: ({ owner, factor, device, when }) => ({
      subject: 'Your account has a new second factor',
      lines: [`The account ${owner.login} has a new second factor: ${factor}.`, `Device: ${device}; time: ${when}`, 'If that was not you, remove it on the security page and change your password at once.'],
      button: 'See the security of your account',
    }),
    FACTOR_REMOVED: ({ owner, factor, device, when }) => ({
      subject: 'A second factor was removed from your account',
      lines: [`This second factor of the account ${owner.login} was removed: ${factor}.`, `Device: ${device}; time: ${when}`, 'If that was not you, open the security page and change your password at once.'],
      button: 'See the security of your account',
    }),
    CODE_USED: ({ owner, device, when, facts }) => ({
      subject: 'A recovery code was used for your account',
      lines: [`Somebody signed in to the account ${owner.login} with a recovery code; ${facts.left ?? 0} are left.`, `Device: ${device}; time: ${when}; address: ${facts.address ?? '—'}`, 'If few are left, make new ones. If it was not you, change your password at once.'],
      button: 'See the security of your account',
    }),
    IDENTITY_LINKED: ({ owner, facts, device, when }) => ({
      subject: 'Your account was linked to your organisation’s sign-in',
      lines: [`From now on “${facts.name ?? ''}” (${facts.organisation ?? ''}) signs in to the account ${owner.login}.`, `Device: ${device}; time: ${when}; address: ${facts.address ?? '—'}`, 'If that was not you, unlink it on the security page and change your password at once.'],
      button: 'See the security of your account',
    }),
    IDENTITY_UNLINKED: ({ owner, facts, device, when }) => ({
      subject: 'Your account was unlinked from your organisation’s sign-in',
      lines: [`“${facts.name ?? ''}” (${facts.organisation ?? ''}) does not sign in to the account ${owner.login} any more. Use your password or a passkey.`, `Device: ${device}; time: ${when}; address: ${facts.address ?? '—'}`, 'If that was not you, sign in and change your password at once, and tell your administrator.'],
      button: 'See the security of your account',
    }),
  },
};

const WORDS = {
  'zh-CN': { unknown: '未知设备', why: (login: string) => `您收到这封邮件，是因为账号 ${login} 的安全设置发生了变化或有人提出了申请。`, TOTP: '身份验证器应用', PASSKEY: (name: string) => `通行密钥“${name}”` },
  en: { unknown: 'an unknown device', why: (login: string) => `You get this mail because something about the security of the account ${login} changed or was asked for.`, TOTP: 'authenticator app', PASSKEY: (name: string) => `passkey “${name}”` },
} as const;

const LINKS: Partial<Record<AccountLetterKind, { path: string; minutes: number }>> = { RESET: { path: '/reset', minutes: 30 }, EMAIL: { path: '/confirm-email', minutes: 24 * 60 } };

export function letterText(parts: LetterParts): MailDraft {
  const { kind, owner, address, language, facts, createdAt, token } = parts;
  const words = WORDS[language];
  const factor = facts.factor === 'PASSKEY' ? words.PASSKEY(facts.name ?? '') : words.TOTP;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(createdAt);
  const { subject, lines, button } = TEXTS[language][kind]({ ...parts, device: agentName(facts.agent ?? '') ?? words.unknown, when, factor });
  const link = LINKS[kind];
  return {
    about: `ACCOUNT_${kind}`,
    to: { name: owner.name, address },
    language,
    subject,
    lines,
    button: { label: button, path: link ? `${link.path}#${token}` : ACCOUNT_PAGE },
    why: words.why(owner.login),
    ...(link && { goodMinutes: link.minutes }),
  };
}
