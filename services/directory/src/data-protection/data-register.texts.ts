import type { Basis, DataClass, DataKind, Disposal, Language, MaskForm, Protection, Purpose, RetentionFrom } from '@gongjian/platform';

type Said = readonly [string, string];

export const CLASSES: Record<DataClass, Said> = { NONE: ['无', 'None'], INTERNAL: ['内部', 'Internal'], PERSONAL: ['个人信息', 'Personal'], SENSITIVE: ['敏感个人信息', 'Sensitive personal'], SECRET: ['鉴别数据', 'Authentication'] };

export const KINDS: Record<DataKind, Said> = {
  NAME: ['姓名', 'Name'], LOGIN: ['账号', 'Account'], CONTACT: ['联系方式', 'Contact'], ID_NUMBER: ['身份证件号码', 'ID number'], CREDENTIAL: ['口令、密钥', 'Password, key'], DEVICE: ['设备与网络地址', 'Device, address'],
  PROFESSION: ['职务与专业', 'Post, profession'], ROLE: ['角色与任期', 'Role, term'], ACTIVITY: ['操作与安排', 'What one did'], FREE_TEXT: ['填写的文字', 'Written text'], DOCUMENT: ['文件与照片', 'File, photo'], CONSENT: ['告知与同意', 'Notice, consent'], BIRTH: ['出生日期', 'Date of birth'],
};

export const PURPOSE_TEXTS: Record<Purpose, Said> = {
  OPERATE: ['运行系统', 'To run the product'],
  IDENTIFY: ['识别本人、登录', 'To know who somebody is, to sign in'],
  SECURE: ['保护账号和系统安全', 'To protect accounts and the system'],
  GOVERN: ['联合体成员、角色与授权管理', 'To run the consortium: members, roles'],
  REGISTERS: ['资源台账与师资名册管理', 'To keep registers of resources and staff'],
  BOOKINGS: ['资源共享与预约', 'To share and book resources'],
  AGREEMENTS: ['签订和履行合作协议', 'To make agreements and to keep them'],
  CALENDAR: ['校历与作息安排', 'To plan by the school calendar'],
  INFORM: ['通知与提醒', 'To tell people what concerns them'],
  ACCOUNT_FOR: ['留存日志、审计追责', 'To keep logs and account for what was done'],
  PERSONS_RIGHTS: ['保障个人的查阅、更正、删除等权利', 'To honour the rights of persons'],
  INTEGRATE: ['与成员单位的系统对接', 'To work with members’ programs'],
};

export const BASIS_TEXTS: Record<Exclude<Basis, 'NOT_PERSONAL'>, Said> = {
  CONSENT: ['本人同意（个人信息保护法 §13 一）', 'Consent (PIPL §13 (1))'],
  CONTRACT: ['订立、履行合同或人力资源管理所必需（§13 二）', 'Contract, management of staff (PIPL §13 (2))'],
  LEGAL_DUTY: ['履行法定义务所必需（§13 三）', 'Duty by law (PIPL §13 (3))'],
};

export const PROTECTION_TEXTS: Record<Protection, Said> = {
  PLAIN: ['访问控制', 'Access control'], SEALED: ['以联合体密钥加密', 'Encrypted, consortium’s key'], SEALED_BY_INSTALLATION: ['以平台密钥加密', 'Encrypted, installation’s key'], HASHED: ['单向散列', 'Hashed'], FINGERPRINT: ['带密钥的散列', 'Keyed hash'],
};

export const MASK_TEXTS: Record<MaskForm, Said> = { ENDS: ['留前三后四', 'first 3, last 4'], ADDRESS: ['留首字符和域名', 'first letter and domain'], HIDDEN: ['不显示', 'not shown'] };

export const FROM_TEXTS: Record<RetentionFrom, Said> = {
  WRITTEN: ['自写入起', 'from writing'], LAST_USED: ['自最后使用起', 'from last use'], EXPIRED: ['自到期起', 'from expiry'], ENDED: ['自结束起', 'from its end'], DONE: ['自办结起', 'from completion'],
  RECORD_ENDS: ['随所属记录', 'with its record'], DEPARTURE: ['至本人离开', 'until the person leaves'], CONSORTIUM_ENDS: ['联合体存续期间', 'while the consortium lasts'],
};

export const DISPOSAL_TEXTS: Record<Disposal, Said> = { DELETE: ['删除', 'deleted'], ANONYMISE: ['匿名化', 'made anonymous'], KEEP: ['保留', 'kept'] };

/** What the tables are to people; of the queue's and of those that keep nothing of anybody the name says enough. */
export const RECORDS: Readonly<Record<string, Said>> = {
  'platform.audit_entry': ['审计记录', 'Audit log'], 'platform.audit_change': ['审计记录中的变更', 'Changes in the audit log'], 'platform.idempotency': ['重复请求识别', 'Repeated requests'], 'platform.file': ['上传的文件', 'Uploaded files'],
  'platform.mail': ['邮件', 'Mails'], 'platform.message': ['消息', 'Messages'], 'platform.message_settings': ['消息设置', 'Message settings'], 'platform.data_key': ['加密密钥', 'Encryption keys'], 'platform.webhook': ['Webhook', 'Webhooks'],
  'platform.webhook_delivery': ['推送记录', 'Webhook deliveries'], 'platform.webhook_attempt': ['推送尝试', 'Webhook attempts'], 'jobs.job': ['后台任务', 'Background jobs'],
  'directory.consortium': ['联合体', 'Consortia'], 'directory.organisation': ['单位', 'Organisations'], 'directory.membership': ['成员关系', 'Memberships'], 'directory.past_membership': ['以往成员关系', 'Former memberships'], 'directory.founding': ['组建材料', 'Founding'],
  'directory.person': ['人员', 'People'], 'directory.affiliation': ['所属', 'Affiliations'], 'directory.role_grant': ['角色', 'Roles'], 'directory.suspension': ['暂停', 'Suspensions'], 'directory.account': ['账号', 'Accounts'], 'directory.account_token': ['邮件链接', 'Links in mails'],
  'directory.device': ['设备', 'Devices'], 'directory.session': ['登录会话', 'Sessions'], 'directory.pending_sign_in': ['未完成的登录', 'Half-done sign-ins'], 'directory.join_code': ['加入码', 'Join codes'], 'directory.letter': ['待写的邮件', 'Mails to be written'],
  'directory.passkey': ['通行密钥', 'Passkeys'], 'directory.recovery_code': ['恢复码', 'Recovery codes'], 'directory.totp': ['身份验证器', 'Authenticator apps'], 'directory.attempt': ['登录尝试计数', 'Counted tries'], 'directory.api_key': ['接口密钥', 'API keys'],
  'directory.identity_provider': ['身份提供方', 'Identity providers'], 'directory.school_calendar': ['校历', 'School calendars'], 'directory.lesson_timetable': ['作息时间', 'Lesson periods'], 'directory.holiday_year': ['节假日数据', 'Holidays'],
  'directory.consent': ['告知与同意', 'Notices and consents'], 'directory.identity_link': ['关联的单位账号', 'Linked identities'], 'directory.sign_in_code': ['登录交接码', 'Sign-in codes'], 'directory.erasure': ['注销申请', 'Erasures'], 'scheduling.erasure': ['注销处理', 'Erasures of records'], 'directory.provider_visit': ['经单位身份认证的登录', 'Sign-ins by providers'], 'directory.invitation': ['邀请', 'Invitations'],
  'directory.registration': ['注册申请', 'Registration requests'], 'directory.self_registration': ['自助注册', 'Self-registration'],
  'directory.agreement': ['协议', 'Agreements'], 'directory.agreement_party': ['签约方', 'Parties'], 'directory.clause': ['条款', 'Clauses'], 'directory.clause_acceptance': ['对条款的接受', 'Acceptances of clauses'], 'directory.agreement_comment': ['对协议的意见', 'Comments on agreements'], 'directory.agreement_signature': ['签署', 'Signatures'],
  'scheduling.pool': ['资源池', 'Pools'], 'scheduling.pool_resource': ['资源池的内容', 'Content of pools'],
  'directory.correction': ['更正请求', 'Requests to correct'], 'scheduling.minor_access': ['查阅未成年人信息的审批', 'Approvals to open minors’ records'],
  'scheduling.resource': ['资源与师资', 'Resources, teachers, engineers'], 'scheduling.resource_search': ['资源检索', 'Search of resources'], 'scheduling.import': ['台账导入', 'Imports'], 'scheduling.import_row': ['导入的行', 'Lines of imports'],
  'scheduling.booking': ['预约', 'Bookings'], 'scheduling.booking_search': ['预约检索', 'Search of bookings'], 'scheduling.approval': ['审批', 'Approvals'], 'scheduling.grant_use': ['按协议的使用', 'Use under agreements'], 'scheduling.maintenance': ['维护', 'Maintenance'], 'scheduling.allocation': ['占用', 'Allocations'],
};

export const WHOSE: Record<'PERSON' | 'ACCOUNT' | 'RESOURCE' | 'ROW' | 'ADDRESS', Said> = { PERSON: ['人员', 'the person'], ACCOUNT: ['账号本人', 'the account’s holder'], RESOURCE: ['名册中的教师或工程师', 'the teacher or engineer of the register'], ROW: ['所属记录的人员', 'whom its record is about'], ADDRESS: ['收件人', 'the addressee'] };

/** Why something is kept so long is written with the column, in Chinese; piece by piece the same for who reads English. */
const SOURCES: Readonly<Record<string, string>> = {
  '民法典 §188': 'Civil Code §188', '合同履行与争议，自定终止后不少于三年': 'contracts and disputes, own rule: three years or more after the end',
  '自定': 'own rule', '网络安全法 §21': 'Cybersecurity Law §21', '网络安全法 §21（日志不少于六个月）': 'Cybersecurity Law §21 (logs for six months or more)', '共同账目，自定': 'common books, own rule',
  '个人信息保护法 §19、§47': 'PIPL §§19, 47', '个人信息保护法 §14—§17': 'PIPL §§14–17', '个人信息保护法 §46、§50': 'PIPL §§46, 50', '个人信息保护法 §47、§50': 'PIPL §§47, 50', '个人信息保护法 §47': 'PIPL §47', '未成年人网络保护条例 §36、§37': 'Regulations on the Protection of Minors Online §§36, 37',
  '证明告知与同意，自定不少于三年': 'shows notice and consent, own rule: three years or more', '证明请求与答复，自定不少于三年': 'shows request and answer, own rule: three years or more', '证明已经删除': 'shows that it was deleted', '年度合规审计': 'yearly audit',
  '与预约一致': 'as long as bookings', '共享记录，考核与结算的依据': 'what was shared: the basis of reviews and accounts', '台账，至撤出联合体': 'the register, until it leaves the consortium', '密钥使用可追溯': 'use of keys can be traced', '过期即删': 'deleted when it expires',
  '半小时内写成邮件，否则作废': 'becomes a mail within half an hour or lapses', '查询投递情况': 'to see what was delivered', '到期半年后删除': 'deleted half a year after expiry', '退回的行改好再导，半年足够': 'half a year to mend and import again what was refused', '过后一天即删': 'deleted a day later', 'pg-boss': 'pg-boss',
  '完成后 7 天删除，最长保留 14 天': 'deleted 7 days after completion, after 14 days at most', '发出后即删，最长 30 天': 'deleted once sent, after 30 days at most', '足够重发一次请求': 'enough to send a request again', '邮件链接 24 小时、等待答复 30 天，答复后只留结果 30 天，过期即删': 'the link of the mail 24 hours, waiting for an answer 30 days, the outcome alone 30 days more; then deleted', '已读 180 天，未读一年': 'read: 180 days, unread: a year', '导入结果备查一年': 'results of imports can be looked up for a year',
  '认得一年前用过的设备': 'knows a device that was used a year ago', '随推送记录删除': 'deleted with its delivery', '足够重发与排查': 'enough to send again and to look into it', '密钥记录，备查': 'record of keys, for reference', '已停用': 'no longer used', '与引用它的记录一致': 'as long as the record that refers to it', '无人引用的台账文件 30 天后删除': 'register files that nothing refers to: 30 days',
};
export const sourceInEnglish = (source: string): string => SOURCES[source] ?? source.split('；').map((part) => SOURCES[part] ?? part.split('：').map((piece) => SOURCES[piece] ?? piece).join(': ')).join('; ');

export const HEADINGS: Record<Language, readonly [string, number][]> = {
  'zh-CN': [['内容', 26], ['字段', 40], ['分类分级', 14], ['信息种类', 16], ['处理目的', 30], ['合法性基础', 34], ['涉及的人', 24], ['保存期限与处置', 34], ['依据', 34], ['保护措施', 20], ['显示范围', 50]],
  en: [['Record', 26], ['Column', 40], ['Class', 18], ['Kind', 16], ['Purpose', 36], ['Basis', 34], ['About', 26], ['Kept', 34], ['Source', 34], ['Protection', 26], ['Shown to', 50]],
};

export const say = (said: Said | undefined, language: Language): string | null => said?.[language === 'en' ? 1 : 0] ?? null;
