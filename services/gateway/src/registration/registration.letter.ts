import type { Language, MailDraft } from '@gongjian/platform';

export type RegistrationNews = 'NEW' | 'KNOWN' | 'MEMBER' | 'WAITS';

export interface RegistrationLetter {
  news: RegistrationNews;
  address: string;
  /** The holder's, where an account has this address. */
  name: string | null;
  language: Language;
  consortium: string;
  organisation: string;
  role: string;
  hours: number;
  token?: string;
}

interface Words {
  subject: string;
  lines: string[];
  button: string;
}

const IGNORE = { 'zh-CN': '如果不是您本人提出的，请忽略这封邮件，不会发生任何变化。', en: 'If it was not you, ignore this mail; nothing will change.' };

const TEXTS: Record<Language, Record<RegistrationNews, (letter: RegistrationLetter) => Words>> = {
  'zh-CN': {
    NEW: ({ consortium, organisation, role, hours }) => ({
      subject: `确认邮箱，申请加入${organisation}`,
      lines: [`有人用这个邮箱申请以“${role}”的身份加入${organisation}（${consortium}）。`, `如果是您本人，请在 ${hours} 小时内点击下面的按钮，设置登录名和密码。之后由${organisation}的管理员确认您的申请。`, IGNORE['zh-CN']],
      button: '确认邮箱',
    }),
    KNOWN: ({ consortium, organisation, role, hours }) => ({
      subject: `确认申请加入${organisation}`,
      lines: [`有人用这个邮箱申请以“${role}”的身份加入${organisation}（${consortium}）。这个邮箱已登记在您的账号上，不用另开账号。`, `如果是您本人，请在 ${hours} 小时内点击下面的按钮，登录后确认。之后由${organisation}的管理员确认您的申请。`, IGNORE['zh-CN']],
      button: '登录并确认',
    }),
    MEMBER: ({ organisation }) => ({ subject: `您已是${organisation}的人员`, lines: [`有人用这个邮箱申请加入${organisation}。您的账号在该单位已有角色，不用再申请，直接登录即可。`, IGNORE['zh-CN']], button: '去登录' }),
    WAITS: ({ organisation }) => ({ subject: `您加入${organisation}的申请正在等待确认`, lines: [`有人用这个邮箱申请加入${organisation}。您先前的申请还在等待该单位的管理员确认，不用再申请。`, IGNORE['zh-CN']], button: '查看我的申请' }),
  },
  en: {
    NEW: ({ consortium, organisation, role, hours }) => ({
      subject: `Confirm your address to join ${organisation}`,
      lines: [`Somebody asked with this address to join ${organisation} (${consortium}) as: ${role}.`, `If that was you, use the button below within ${hours} hours, and choose a login and a password. Then an administrator of ${organisation} decides.`, IGNORE.en],
      button: 'Confirm the address',
    }),
    KNOWN: ({ consortium, organisation, role, hours }) => ({
      subject: `Confirm that you want to join ${organisation}`,
      lines: [`Somebody asked with this address to join ${organisation} (${consortium}) as: ${role}. The address is the one of your account, so you need no other.`, `If that was you, use the button below within ${hours} hours, sign in and confirm. Then an administrator of ${organisation} decides.`, IGNORE.en],
      button: 'Sign in and confirm',
    }),
    MEMBER: ({ organisation }) => ({ subject: `You belong to ${organisation} already`, lines: [`Somebody asked with this address to join ${organisation}. Your account has a role there already; just sign in.`, IGNORE.en], button: 'Sign in' }),
    WAITS: ({ organisation }) => ({ subject: `Your request to join ${organisation} waits`, lines: [`Somebody asked with this address to join ${organisation}. Your earlier request still waits for an administrator there; you need not ask again.`, IGNORE.en], button: 'See my request' }),
  },
};

const PATHS: Record<RegistrationNews, string> = { NEW: '/registration', KNOWN: '/registration', MEMBER: '/sign-in', WAITS: '/registration/waiting' };

/**
 * What is written to the address that somebody typed. Nothing else that they typed is in it: a stranger could send anything to
 * anybody by it.
 */
export function registrationLetter(letter: RegistrationLetter): MailDraft {
  const { news, address, name, language, organisation, hours, token } = letter;
  const { subject, lines, button } = TEXTS[language][news](letter);
  const why = language === 'zh-CN' ? `您收到这封邮件，是因为有人在${organisation}的注册页面填写了您的邮箱。` : `You get this mail because somebody entered your address on the registration page of ${organisation}.`;
  return { about: 'REGISTRATION', to: { name: name ?? address, address }, language, subject, lines, button: { label: button, path: token ? `${PATHS[news]}#${token}` : PATHS[news] }, why, goodMinutes: hours * 60 };
}
