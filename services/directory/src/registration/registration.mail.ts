import type { Language, MailDraft } from '@gongjian/platform';

interface Told {
  address: string;
  name: string;
  language: Language;
  consortium: string;
  organisation: string;
}

interface Words {
  subject: string;
  lines: string[];
  button: string;
  path: string;
}

function draft({ address, name, language, organisation }: Told, about: string, { subject, lines, button, path }: Words): MailDraft {
  const why = language === 'zh-CN' ? `您收到这封邮件，是因为您申请加入${organisation}。` : `You get this mail because you asked to join ${organisation}.`;
  return { about, to: { name, address }, language, subject, lines, button: { label: button, path }, why };
}

export function confirmedMail(told: Told & { roles: string; since: string | null }): MailDraft {
  const { language, consortium, organisation, roles, since } = told;
  return draft(told, 'REGISTRATION_CONFIRMED', language === 'zh-CN'
    ? { subject: `${organisation}已确认您的注册申请`, lines: [`您已加入${consortium}，在${organisation}的角色是“${roles}”${since ? `，自 ${since} 起生效` : ''}。`, '请用您的账号登录。'], button: '去登录', path: '/' }
    : { subject: `${organisation} confirmed your registration`, lines: [`You have joined ${consortium} for ${organisation} as: ${roles}${since ? `, from ${since} on` : ''}.`, 'Sign in with your account.'], button: 'Sign in', path: '/' });
}

export function declinedMail(told: Told & { reason: string }): MailDraft {
  const { language, organisation, reason } = told;
  return draft(told, 'REGISTRATION_DECLINED', language === 'zh-CN'
    ? { subject: `${organisation}没有同意您的注册申请`, lines: [`原因：${reason}`, '您在申请中填写的内容已经删除；只为这次申请开立的账号也已删除。如有疑问，请直接联系该单位。'], button: '打开共建', path: '/sign-in' }
    : { subject: `${organisation} refused your registration`, lines: [`Reason: ${reason}`, 'What you had written was deleted, and so was an account that was made for this request alone. If anything is unclear, ask the organisation itself.'], button: 'Open Gongjian', path: '/sign-in' });
}

export function lapsedMail(told: Told): MailDraft {
  const { language, organisation } = told;
  return draft(told, 'REGISTRATION_LAPSED', language === 'zh-CN'
    ? { subject: `您加入${organisation}的注册申请已结束`, lines: ['在期限内没有人答复，或该单位已退出联合体。', '您在申请中填写的内容已经删除；只为这次申请开立的账号也已删除。需要时请向该单位要新的链接。'], button: '打开共建', path: '/sign-in' }
    : { subject: `Your registration for ${organisation} has ended`, lines: ['Nobody answered in time, or the organisation has left the consortium.', 'What you had written was deleted, and so was an account that was made for this request alone. Ask the organisation for a new link if you still need it.'], button: 'Open Gongjian', path: '/sign-in' });
}
