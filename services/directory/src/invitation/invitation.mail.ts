import type { Language, MailDraft } from '@gongjian/platform';

export interface InvitationParts {
  name: string;
  address: string;
  language: Language;
  inviter: string;
  consortium: string;
  organisation: string;
  roles: string;
  goodDays: number;
  token: string;
}

const DAY_MINUTES = 1440;

/** What the invited person reads. The secret stands behind the # alone, which no browser sends to a server. */
export function invitationMail({ token, name, address, language, goodDays, ...said }: InvitationParts): MailDraft {
  const { inviter, consortium, organisation, roles } = said;
  const words = language === 'zh-CN'
    ? {
        subject: `${inviter}邀请您加入${organisation}`,
        lines: [
          `${name}，您好！${inviter}邀请您以${organisation}“${roles}”的身份加入${consortium}。`,
          `请在 ${goodDays} 天内点击下面的按钮：没有账号的，设置登录名和密码；已有账号的，用原来的账号接受即可。链接只能使用一次。`,
          '如果您不认识邀请人，请忽略这封邮件，不会发生任何变化。',
        ],
        button: '查看邀请',
        why: `您收到这封邮件，是因为${organisation}的${inviter}填写了您的邮箱。`,
      }
    : {
        subject: `${inviter} invites you to ${organisation}`,
        lines: [
          `Dear ${name}, ${inviter} invites you to join ${consortium} for ${organisation} as: ${roles}.`,
          `Use the button below within ${goodDays} days. Without an account you choose a login and a password; with one you accept with the account you have. The link works once.`,
          'If you do not know who invites you, ignore this mail; nothing will change.',
        ],
        button: 'See the invitation',
        why: `You get this mail because ${inviter} of ${organisation} entered your address.`,
      };
  return { about: 'INVITATION', to: { name, address }, language, subject: words.subject, lines: words.lines, button: { label: words.button, path: `/invitation#${token}` }, why: words.why, goodMinutes: goodDays * DAY_MINUTES };
}
