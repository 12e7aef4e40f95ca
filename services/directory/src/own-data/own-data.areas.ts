import type { Language } from '@gongjian/platform';

type Said = readonly [string, string];
export type Basis = 'CONTRACT' | 'LAW' | 'STAFF' | 'CONSENT';

/** 《个人信息保护法》第十三条第一款: what makes keeping it lawful. */
const BASES: Record<Basis, Said> = {
  CONTRACT: ['为您提供服务、履行合同所必需（《个人信息保护法》第十三条第一款第二项）', 'Needed to serve you, under contract (PIPL art. 13 (1) 2)'],
  STAFF: ['单位依法实施人力资源管理所必需（《个人信息保护法》第十三条第一款第二项）', 'Needed by your organisation as your employer or school (PIPL art. 13 (1) 2)'],
  LAW: ['履行法定义务所必需（《个人信息保护法》第十三条第一款第三项，《网络安全法》关于留存网络日志的规定）', 'Required by law (PIPL art. 13 (1) 3; Cybersecurity Law on network logs)'],
  CONSENT: ['您的同意（《个人信息保护法》第十三条第一款第一项），可随时撤回', 'Your consent (PIPL art. 13 (1) 1), which you may withdraw at any time'],
};

export interface Area {
  key: string;
  name: Said;
  purpose: Said;
  basis: Basis;
  kept: Said;
  seenBy: Said;
}

const ME: Said = ['只有您本人', 'You alone'];
const HOLDERS: Said = ['您本人；口令和密钥连管理员也看不到', 'You; not even administrators see passwords or keys'];
const ALL_MEMBERS: Said = ['联合体内一起工作的人', 'Those who work in the consortium'];
const KEEPERS: Said = ['您本人，本单位管理员，秘书处', 'You, the administrator of your organisation, the office'];
const WITH_ACCOUNT: Said = ['到您注销账号为止', 'Until you close your account'];
const BOOKS: Said = ['随业务记录保存；注销账号后以化名保存', 'As long as the books of the consortium; under a pseudonym once you have closed your account'];

const area = (key: string, name: Said, purpose: Said, basis: Basis, kept: Said, seenBy: Said): Area => ({ key, name, purpose, basis, kept, seenBy });

/** The tables in which an area's sealed values stand: they open there alone. */
export const SEALED_IN: Readonly<Record<string, string>> = { CORRECTIONS: 'directory.correction', INVITATIONS: 'directory.invitation', REGISTRATIONS: 'directory.registration', REGISTER: 'scheduling.resource' };

/** In the order of the page. */
export const AREAS: readonly Area[] = [
  area('ACCOUNT', ['账号', 'Account'], ['让您登录、找回密码、收到安全提醒', 'To let you sign in, recover your password and be warned'], 'CONTRACT', WITH_ACCOUNT, HOLDERS),
  area('FACTORS', ['两步验证', 'Second factors'], ['登录时证明是您本人', 'To prove that it is you who signs in'], 'CONTRACT', ['到您移除或注销账号为止', 'Until you remove them or close your account'], ME),
  area('IDENTITIES', ['关联的单位统一身份认证', 'Links to identity providers'], ['用单位的账号登录', 'To sign in by your organisation’s account'], 'CONSENT', ['到您解除关联或注销账号为止', 'Until you unlink them or close your account'], ME),
  area('SESSIONS', ['登录会话', 'Sessions'], ['保持登录，发现异常登录', 'To keep you signed in and notice strangers'], 'CONTRACT', ['到会话结束为止', 'Until the session ends'], ME),
  area('DEVICES', ['使用过的设备', 'Devices'], ['认出您常用的设备，提醒新设备登录', 'To know your devices and tell of new ones'], 'CONTRACT', ['最后一次使用后 400 天', '400 days after their last use'], ME),
  area('JOIN_CODES', ['加入码', 'Join code'], ['让另一联合体经您同意授予角色', 'To let another consortium give you roles, as you wish'], 'CONSENT', ['一天', 'One day'], ME),
  area('PERSON', ['姓名', 'Name'], ['在预约、审批和记录中说明是谁', 'To say who it was, under bookings, approvals and records'], 'CONTRACT', ['到您注销账号为止，之后换成化名', 'Until you close your account; a pseudonym takes its place'], ALL_MEMBERS),
  area('ROLES', ['席位与角色', 'Seats and roles'], ['决定您能看什么、做什么', 'To decide what you may see and do'], 'STAFF', BOOKS, ['您本人，本单位的人，秘书处', 'You, the people of your organisation, the office']),
  area('INVITATIONS', ['我接受的邀请', 'Invitations that I accepted'], ['说明您如何加入', 'To say how you came in'], 'STAFF', ['到期后 180 天', '180 days after they end'], ['您本人，本单位管理员，秘书处', 'You, the administrator of your organisation, the office']),
  area('INVITED', ['我发出的邀请', 'Invitations that I sent'], ['说明由谁邀请', 'To say who invited'], 'STAFF', ['到期后 180 天', '180 days after they end'], ['您本人，本单位管理员，秘书处', 'You, the administrator of your organisation, the office']),
  area('REGISTRATIONS', ['我的注册申请', 'My registration requests'], ['由单位管理员决定您能否加入', 'To let the organisation decide whether you come in'], 'CONTRACT', ['等待最多 30 天；答复后只留结果 30 天', 'It waits 30 days at most; once answered only the outcome is kept, for 30 days'], ['您本人，该单位的管理员', 'You, the administrators of the organisation']),
  area('REGISTRATIONS_DECIDED', ['我答复的注册申请', 'Registration requests that I answered'], ['说明由谁答复', 'To say who answered'], 'STAFF', ['答复后 30 天', '30 days after the answer'], ['您本人，本单位管理员', 'You, the administrators of your organisation']),
  area('SELF_REGISTRATION', ['我设置的自助注册', 'Self-registration that I set up'], ['说明由谁开启或关闭', 'To say who turned it on or off'], 'STAFF', BOOKS, ['您本人，本单位管理员', 'You, the administrators of your organisation']),
  area('SUSPENSIONS', ['暂停记录', 'Suspensions'], ['说明为何一段时间不能使用', 'To say why you could not work for a time'], 'STAFF', BOOKS, ['您本人，办理账号和角色的管理员', 'You, and who administers accounts and roles']),
  area('REGISTER', ['教师 / 工程师名册中的我', 'My entry in a register of teachers or engineers'], ['安排授课和技术服务，核对资格', 'To plan lessons and services and to check qualifications'], 'STAFF', ['在名册中期间；法律规定的教学、实习档案另按期限保存', 'While you are in the register; teaching and internship files for as long as the law asks'], ['姓名和专业：联合体内；证件号和电话：您本人，经记录的查看', 'Name and profession: the consortium; ID number and telephone: you, and recorded looks']),
  area('KEPT', ['由我管理的资源', 'Resources that I keep'], ['说明找谁联系', 'To say whom to ask'], 'STAFF', ['到换人管理或注销账号为止', 'Until somebody else keeps them or you close your account'], ALL_MEMBERS),
  area('BOOKINGS', ['我提交的预约', 'Bookings that I made'], ['安排场地、设备和人员', 'To plan rooms, machines and people'], 'CONTRACT', BOOKS, ['有关单位和秘书处', 'The organisations concerned and the office']),
  area('TAUGHT', ['安排了我的预约', 'Bookings that take me'], ['安排授课和技术服务', 'To plan lessons and services'], 'STAFF', BOOKS, ['有关单位和秘书处', 'The organisations concerned and the office']),
  area('DECISIONS', ['我答复过的预约', 'Bookings that I answered'], ['说明由谁同意或驳回', 'To say who agreed or refused'], 'STAFF', BOOKS, ['有关单位和秘书处', 'The organisations concerned and the office']),
  area('USES_KEPT', ['我决定保留的预约', 'Bookings that I let stand'], ['说明协议结束后由谁决定保留', 'To say who let them stand after an agreement ended'], 'STAFF', BOOKS, ['签约单位和秘书处', 'The parties and the office']),
  area('MAINTENANCE', ['我安排的维护', 'Maintenance that I planned'], ['说明由谁安排', 'To say who planned it'], 'STAFF', BOOKS, ALL_MEMBERS),
  area('IMPORTS', ['我导入的台账', 'Registers that I imported'], ['说明数据从哪里来', 'To say where data came from'], 'STAFF', BOOKS, ['本单位管理台账的人，秘书处', 'Those who keep the registers of your organisation, the office']),
  area('MINOR_ACCESS', ['我查看未成年人信息的申请', 'My wishes to see data of minors'], ['查看须经批准，并接受年度审计', 'They need approval, and are audited each year'], 'LAW', BOOKS, ['批准的负责人，审计人员', 'Whoever approves, and auditors']),
  area('AGREEMENTS_DRAFTED', ['我起草的协议', 'Agreements that I drafted'], ['说明由谁起草', 'To say who drafted them'], 'STAFF', BOOKS, ['签约单位和秘书处', 'The parties and the office']),
  area('AGREEMENTS_SIGNED', ['我签署的协议', 'Agreements that I signed'], ['证明由谁代表单位签署', 'To show who signed for an organisation'], 'CONTRACT', BOOKS, ['签约单位和秘书处', 'The parties and the office']),
  area('CLAUSES_ACCEPTED', ['我接受的条款', 'Clauses that I accepted'], ['说明由谁代表单位接受', 'To say who accepted for an organisation'], 'STAFF', BOOKS, ['签约单位', 'The parties']),
  area('AGREEMENT_COMMENTS', ['我对协议的意见', 'My comments on agreements'], ['商定协议内容', 'To agree on what it says'], 'STAFF', BOOKS, ['签约单位', 'The parties']),
  area('AGREEMENT_COMMENTS_SETTLED', ['我处理的意见', 'Comments that I settled'], ['说明由谁处理', 'To say who settled them'], 'STAFF', BOOKS, ['签约单位', 'The parties']),
  area('API_KEYS', ['我创建的接口密钥', 'API keys that I made'], ['说明由谁创建、由谁停用', 'To say who made and who stopped them'], 'STAFF', BOOKS, ['本单位管理员，秘书处', 'The administrator of your organisation, the office']),
  area('WEBHOOKS', ['我创建的 Webhook', 'Webhooks that I made'], ['说明由谁创建', 'To say who made them'], 'STAFF', BOOKS, ['本单位管理员，秘书处', 'The administrator of your organisation, the office']),
  area('FILES', ['我上传的文件', 'Files that I uploaded'], ['照片和台账的原件', 'Photos, and registers as they came'], 'STAFF', BOOKS, ['照片：联合体内；台账：本单位', 'Photos: the consortium; registers: your organisation']),
  area('MESSAGES', ['消息与邮件', 'Messages and mails'], ['告诉您与您有关的事', 'To tell you what concerns you'], 'CONTRACT', ['已读 180 天，未读 365 天；邮件内容最长 30 天', '180 days when read, 365 when not; what mails say 30 days at most'], ME),
  area('MESSAGE_SETTINGS', ['消息设置', 'Message settings'], ['按您的意愿通知', 'To be told as you wish'], 'CONTRACT', WITH_ACCOUNT, ME),
  area('CONSENTS', ['告知与同意记录', 'Notices and consents'], ['证明告知过、同意过', 'To show what was told and agreed to'], 'LAW', ['至少三年', 'At least three years'], KEEPERS),
  area('CORRECTIONS', ['我的更正请求', 'My wishes for corrections'], ['更正有误的信息', 'To correct what is wrong'], 'LAW', ['至少三年', 'At least three years'], KEEPERS),
  area('REQUESTS', ['我提出的请求', 'Requests that I made'], ['答复您的更正、注销等请求', 'To answer your wish for correction, closing and the like'], 'LAW', ['至少三年', 'At least three years'], KEEPERS),
  area('ACTIONS', ['我的操作记录', 'What I did'], ['安全审计，事后查明由谁操作', 'Security audit: who did what'], 'LAW', ['至少六个月，不可更改；注销账号后以化名保存', 'At least six months, unchanged; under a pseudonym once you have closed your account'], ['审计人员；您本人', 'Auditors; you']),
  area('LOOKS', ['谁看过或改过我的记录', 'Who looked at my record or changed it'], ['让您知道您的信息如何被使用', 'So that you know how your data is used'], 'LAW', ['至少六个月', 'At least six months'], ['审计人员；您本人', 'Auditors; you']),
  area('REQUEST_KEYS', ['防重复提交的标记', 'Marks against doing things twice'], ['同一次提交只办理一次', 'So that one wish is fulfilled once'], 'CONTRACT', ['随业务记录保存，注销账号时删除', 'With the books; deleted when you close your account'], ME),
];

/** What a subgraph publishes without a word for it still is the person's to see. */
export const unknownArea = (key: string): Area => area(key, [key, key], ['', ''], 'CONTRACT', ['', ''], ['', '']);

export function areaText({ key, name, purpose, basis, kept, seenBy }: Area, language: Language) {
  const n = language === 'en' ? 1 : 0;
  return { key, name: name[n], purpose: purpose[n], basis: BASES[basis][n], kept: kept[n], seenBy: seenBy[n] };
}

/** What the audit log has no word for. */
export const LABELS: Readonly<Record<string, Said>> = {
  knownSince: ['加入本联合体', 'Known here since'], messageKind: ['消息类型', 'Kind of message'], params: ['内容要素', 'Content'], readAt: ['读于', 'Read at'], mailed: ['已发邮件', 'Mailed'], language: ['语言', 'Language'],
  digestHour: ['汇总时刻', 'Digest at'], quietFrom: ['免打扰自', 'Quiet from'], quietUntil: ['免打扰至', 'Quiet until'], mailWishes: ['邮件意愿', 'Wishes for mail'], network: ['网络地址', 'Network address'], browser: ['浏览器', 'Browser'],
  organisation: ['单位', 'Organisation'], key: ['标记', 'Key'], email: ['邮箱', 'Mail address'], emailInWaiting: ['待确认的邮箱', 'Address to be confirmed'], passwordChangedAt: ['密码修改于', 'Password changed at'], operator: ['平台运营', 'Platform operator'], lastConsortium: ['上次所在联合体', 'Last consortium'],
  lastOrganisation: ['上次所在单位', 'Last organisation'], lastSeenAt: ['最近使用', 'Last used'], expiresAt: ['有效至', 'Good until'], factor: ['方式', 'Kind'], confirmedAt: ['绑定于', 'Confirmed at'], lastUsedAt: ['最近使用', 'Last used'], left: ['剩余', 'Left'],
  looks: ['查看次数', 'Looks'], lastLookAt: ['最近查看', 'Last look'], answer: ['答复', 'Answer'], item: ['事项', 'Item'],
  note: ['给管理员的说明', 'Note to the administrator'], wishedRole: ['申请的角色', 'Wished role'],
  field: ['项目', 'Field'], wanted: ['应为', 'Should be'],
  provenAt: ['最近确认本人', 'Last proof'], roles: ['当时的角色', 'Roles then'], revokedById: ['停用人', 'Stopped by'], revokedAt: ['停用于', 'Stopped at'],
  operation: ['操作', 'Operation'], result: ['结果', 'Result'], action: ['动作', 'Action'], person: ['由谁', 'By'], idNumber: ['身份证号', 'ID number'], phone: ['电话', 'Telephone'], search: ['检索字', 'Search'], photo: ['照片', 'Photo'],
};

export const CHOICES: Readonly<Record<string, Said>> = {
  TOTP: ['身份验证器应用', 'Authenticator app'], PASSKEY: ['通行密钥', 'Passkey'], RECOVERY_CODES: ['恢复码', 'Recovery codes'], REFUSED: ['被拒绝', 'Refused'],
};
