import type { Words } from '../pack.ts';

/** What everybody is told before their data is processed (《个人信息保护法》第十七条, 《网络数据安全管理条例》第二十一条). */
export interface Notice {
  /** Grows with each change of a purpose; people are asked to read it again. */
  version: number;
  publishedOn: string;
  /** What is new, by the version in which it came. */
  changes: readonly { version: number; text: Words }[];
  sections: readonly { id: string; title: Words; text: readonly Words[] }[];
}

const both = (zh: string, en: string): Words => ({ zh, en });

export const privacyNotice: Notice = {
  version: 1,
  publishedOn: '2026-11-26',
  changes: [{ version: 1, text: both('首次发布', 'First version') }],
  sections: [
    {
      id: 'who',
      title: both('谁在处理您的信息', 'Who processes your data'),
      text: [both(
        '您所在的学校或企业，以及联合体的牵头单位，共同决定为什么处理、怎样处理；平台运营方受委托提供系统，看不到联合体内的内容。有疑问、要更正或投诉，可以在“我的个人信息”里提出，由您单位的管理员或秘书处答复。',
        'Your school or company and the lead unit of the consortium decide together why and how data is processed; whoever runs the platform does so on their behalf and sees nothing of a consortium\'s content. Ask, correct and complain under “My data”; the administrator of your organisation or the office answers.',
      )],
    },
    {
      id: 'what',
      title: both('处理哪些信息，为什么', 'Which data, and what for'),
      text: [
        both('账号（登录名、邮箱、两步验证、登录会话和设备）：让您登录，防止别人冒用。', 'Your account (login, mail address, second factors, sessions and devices): to let you in and keep others out.'),
        both('姓名、单位和角色：决定您能看什么、做什么，说明是谁提交、同意或驳回。', 'Name, organisation and roles: to decide what you may do, and to say who asked, agreed or refused.'),
        both('预约、审批、维护和台账导入：安排场地、设备、教师和工程师。', 'Bookings, answers, maintenance and imports: to plan rooms, machines, teachers and engineers.'),
        both('教师、企业工程师名册（职称、技能等级、身份证号、电话）：安排授课，核对资格。身份证号属于需要特别保护的信息，加密保存，默认只显示头尾。', 'Registers of teachers and engineers (title, skill, ID number, telephone): to plan lessons and check qualifications. ID numbers are specially protected: sealed, and masked unless somebody needs them.'),
        both('操作记录和网络地址：安全审计，法律要求至少保存六个月。', 'What was done and from where: for security audits, kept for at least six months by law.'),
      ],
    },
    {
      id: 'share',
      title: both('提供给谁', 'Who gets it'),
      text: [both('姓名、单位和预约在本联合体的成员单位之间可见，这是共享资源所必需的。不向联合体以外提供，不用于广告，不出境，也不作自动化决策：规则检查的结果都说明理由，并由人决定。', 'Name, organisation and bookings are seen by the members of the consortium, since sharing needs it. Nobody outside gets anything; no advertising, no transfer abroad, no automated decisions: checks say their reasons, and people decide.')],
    },
    {
      id: 'keep',
      title: both('保存多久', 'For how long'),
      text: [both('账号信息到您注销为止；消息最长一年；设备最后使用后 400 天；操作记录不少于六个月；业务记录随联合体保存，您注销后换成化名。每一项的期限都写在“我的个人信息”里。', 'Account data until you close your account; messages up to a year; devices 400 days after their last use; what was done for at least six months; the books as long as the consortium, under a pseudonym once you have left. Each period stands under “My data”.')],
    },
    {
      id: 'rights',
      title: both('您的权利', 'Your rights'),
      text: [both('您可以随时查看、复制、导出、更正自己的信息，撤回同意，注销账号。我们在 15 日内答复；不能办理的会说明理由。撤回可选的同意不影响您使用系统。', 'You may see, copy, export and correct your data, withdraw consents and close your account at any time. You hear within 15 days, with reasons where something cannot be done. Withdrawing an optional consent costs you nothing.')],
    },
    {
      id: 'minors',
      title: both('未成年人', 'Minors'),
      text: [both('未满 18 周岁的人的信息按最小授权原则处理：工作人员查看前须经负责人批准，每次查看都有记录。未满 14 周岁的，须由监护人同意。', 'Data of people under 18: staff need the approval of a responsible person before they open it, and each look is recorded. Under 14, a guardian has to agree.')],
    },
  ],
};

/** What is asked for apart: optional, or specially protected (《个人信息保护法》第十四至十六条、第二十九条). */
export interface ConsentItem {
  id: string;
  /** Grows when its purpose changes: a consent to an older one no longer counts. */
  version: number;
  sensitive: boolean;
  name: Words;
  purpose: Words;
  /** What is different for somebody who does not consent. */
  without: Words;
}

export const consentItems: readonly ConsentItem[] = [
  {
    id: 'ID_NUMBER',
    version: 1,
    sensitive: true,
    name: both('用身份证号确认名册中的本人', 'Showing by ID number which line of a register I am'),
    purpose: both('把您输入的身份证号或电话与单位名册中登记的比对一次，比对后不另外保存', 'What you type is compared once with the register of your organisation, and not kept'),
    without: both('不影响使用；只是不能自行确认名册里哪一条是您，可以请单位管理员处理', 'You use everything as before, but cannot show by yourself which line you are; ask your administrator'),
  },
  {
    id: 'PHOTO',
    version: 1,
    sensitive: false,
    name: both('在名册里显示我的照片', 'Showing my photo in the register'),
    purpose: both('让约课的人认出您', 'So that those who book you know your face'),
    without: both('不影响使用；您的照片立即不再显示', 'You use everything as before; your photo is no longer shown'),
  },
];
