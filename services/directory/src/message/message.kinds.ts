import type { MessageKinds } from '@gongjian/platform';

/** What the directory tells people. */
export const messageKinds: MessageKinds = {
  ROLE_GIVEN: {
    mail: 'NOW',
    'zh-CN': { name: '我得到了角色', what: '{by}授予您{organisation}的“{role}”角色', more: '自 {since} 起生效', why: '这是您本人的角色', button: '查看我的首页' },
    en: { name: 'I was given a role', what: '{by} gave you the role “{role}” at {organisation}', more: 'In force from {since}', why: 'It is your own role', button: 'Go to my start page' },
  },
  ROLE_ENDED: {
    mail: 'NOW',
    'zh-CN': { name: '我的角色结束了', what: '{by}结束了您在{organisation}的“{role}”角色', more: '自 {until} 起不再有效', why: '这是您本人的角色', button: '查看我的首页' },
    en: { name: 'A role of mine has ended', what: '{by} ended your role “{role}” at {organisation}', more: 'No longer in force from {until}', why: 'It is your own role', button: 'Go to my start page' },
  },
  INVITATION_ACCEPTED: {
    mail: 'DAILY',
    'zh-CN': { name: '有人接受了我的邀请', what: '{by}接受了您的邀请，加入了{organisation}', why: '这是您发出的邀请', button: '查看人员' },
    en: { name: 'Somebody accepted my invitation', what: '{by} accepted your invitation to {organisation}', why: 'You sent the invitation', button: 'See the person' },
  },
  REGISTRATION_ASKED: {
    mail: 'DAILY',
    'zh-CN': { name: '有人申请注册', what: '有人申请以“{role}”的身份加入{organisation}，等待您确认', more: '请在 {until} 前答复，过期将自动删除', why: '您是该单位的单位管理员，并开启了自助注册', button: '查看注册申请' },
    en: { name: 'Somebody asks to register', what: 'Somebody asks to join {organisation} as: {role}', more: 'Please answer by {until}; then the request is deleted', why: 'You administer that organisation, and self-registration is on', button: 'See the requests' },
  },
  REGISTRATION_CONFIRMED: {
    mail: 'OFF',
    'zh-CN': { name: '我的注册申请通过了', what: '{by}确认了您的注册申请，您已加入{organisation}', more: '自 {since} 起生效', why: '您申请了加入该单位', button: '查看我的首页' },
    en: { name: 'My registration was confirmed', what: '{by} confirmed your registration for {organisation}', more: 'In force from {since}', why: 'You asked to join', button: 'Go to my start page' },
  },
  NEW_DEVICE: {
    mail: 'OFF',
    'zh-CN': { name: '我的账号在新设备上登录', what: '您的账号在新设备上登录了：{device}', more: '登录地址 {address}。如果不是您本人，请结束该会话并修改密码', why: '这是您本人的账号', button: '查看登录会话' },
    en: { name: 'My account on a new device', what: 'Your account was used on a new device: {device}', more: 'From {address}. If it was not you, end that session and change your password', why: 'It is your own account', button: 'See the sessions' },
  },
  API_KEY_ENDING: {
    mail: 'NOW',
    'zh-CN': { name: '接口密钥快要到期', what: '接口密钥“{name}”（{prefix}…）将于{until}到期', more: '到期后使用它的程序会停止工作，请及时轮换', why: '您管理本单位的接口密钥', button: '轮换密钥' },
    en: { name: 'An API key ends soon', what: 'The API key “{name}” ({prefix}…) ends on {until}', more: 'The program that uses it stops then; change the key in time', why: 'You administer your organisation’s API keys', button: 'Change the key' },
  },
  WEBHOOK_OFF: {
    mail: 'NOW',
    'zh-CN': { name: 'Webhook 推送被关闭', what: '向 {host} 的 Webhook 推送已关闭', more: '{reason}', why: '您管理本单位的接口', button: '查看推送记录' },
    en: { name: 'A webhook was turned off', what: 'The webhook to {host} was turned off', more: '{reason}', why: 'You administer your organisation’s interfaces', button: 'See the deliveries' },
  },
  SUSPENDED: {
    mail: 'NOW',
    'zh-CN': { name: '我被暂停了', what: '{by}暂停了您在本联合体的工作', more: '原因：{reason}', why: '这是您本人的事', button: '查看我的首页' },
    en: { name: 'I was suspended', what: '{by} suspended you in this consortium', more: 'Reason: {reason}', why: 'It concerns you', button: 'Go to my start page' },
  },
  SUSPENSION_LIFTED: {
    mail: 'NOW',
    'zh-CN': { name: '我恢复了', what: '{by}恢复了您在本联合体的工作', more: '现在可以照常登录和使用', why: '这是您本人的事', button: '查看我的首页' },
    en: { name: 'My suspension ended', what: '{by} lifted your suspension in this consortium', more: 'You can sign in and work as before', why: 'It concerns you', button: 'Go to my start page' },
  },
  CLOSING_ASKED: {
    mail: 'NOW',
    'zh-CN': { name: '有人申请注销账号', what: '{person}申请注销账号，请决定教学、实习档案是否需要保留', more: '请在 {until} 前答复', why: '您负责账号或该人员所在单位', button: '查看并答复' },
    en: { name: 'Somebody asks to close their account', what: '{person} asks to close their account; decide whether teaching or internship files have to be kept', more: 'Please answer by {until}', why: 'You administer accounts, or an organisation of the person', button: 'See and answer' },
  },
  CLOSING_OVERDUE: {
    mail: 'NOW',
    'zh-CN': { name: '注销申请超期未答复', what: '{person}的注销申请已超过答复期限', more: '期限是 {until}；按《个人信息保护法》应及时答复', why: '您负责账号或该人员所在单位', button: '现在答复' },
    en: { name: 'A request to close an account is overdue', what: 'The request of {person} to close their account has not been answered in time', more: 'It was due by {until}; PIPL asks for a timely answer', why: 'You administer accounts, or an organisation of the person', button: 'Answer now' },
  },
  CLOSING_APPROVED: {
    mail: 'NOW',
    'zh-CN': { name: '我的注销申请通过了', what: '{by}同意了您的注销申请，7 天内可以撤回', more: '名册中的记录保留至 {until}，理由：{reason}', why: '您申请了注销', button: '查看' },
    en: { name: 'My account will be closed', what: '{by} agreed that your account is closed; you can take it back for 7 days', more: 'Your entry in the register is kept until {until}: {reason}', why: 'You asked for it', button: 'See it' },
  },
  CLOSING_REFUSED: {
    mail: 'NOW',
    'zh-CN': { name: '我的注销申请没有通过', what: '{by}没有同意您的注销申请', more: '理由：{reason}', why: '您申请了注销', button: '查看' },
    en: { name: 'My account will not be closed', what: '{by} did not agree that your account is closed', more: 'Reason: {reason}', why: 'You asked for it', button: 'See it' },
  },
  CLOSING_BLOCKED: {
    mail: 'NOW',
    'zh-CN': { name: '我的账号暂时不能注销', what: '您的账号到期未能注销，还有事情需要先处理', why: '您申请了注销', button: '查看原因' },
    en: { name: 'My account could not be closed yet', what: 'Your account was due to be closed, but something has to be settled first', why: 'You asked for it', button: 'See why' },
  },
  CORRECTION_ASKED: {
    mail: 'NOW',
    'zh-CN': { name: '有人请求更正个人信息', what: '{person}请求更正{field}', more: '请在 {until} 前答复', why: '您负责账号或该人员所在单位', button: '查看并答复' },
    en: { name: 'Somebody asks for a correction', what: '{person} asks for their {field} to be corrected', more: 'Please answer by {until}', why: 'You administer accounts, or the organisation of the person', button: 'See and answer' },
  },
  CORRECTION_OVERDUE: {
    mail: 'NOW',
    'zh-CN': { name: '更正请求超期未答复', what: '{person}更正{field}的请求已超过答复期限', more: '期限是 {until}；按《个人信息保护法》应及时答复', why: '您负责账号或该人员所在单位', button: '现在答复' },
    en: { name: 'A request for a correction is overdue', what: 'The request of {person} to have their {field} corrected has not been answered in time', more: 'It was due by {until}; PIPL asks for a timely answer', why: 'You administer accounts, or the organisation of the person', button: 'Answer now' },
  },
  CORRECTION_DONE: {
    mail: 'NOW',
    'zh-CN': { name: '我的信息已更正', what: '{by}已更正您的{field}', more: '{answer}', why: '您提出了更正请求', button: '查看' },
    en: { name: 'My data was corrected', what: '{by} corrected your {field}', more: '{answer}', why: 'You asked for it', button: 'See it' },
  },
  CORRECTION_REFUSED: {
    mail: 'NOW',
    'zh-CN': { name: '我的更正请求没有办理', what: '{by}没有更正您的{field}', more: '理由：{answer}', why: '您提出了更正请求', button: '查看' },
    en: { name: 'My data was not corrected', what: '{by} did not correct your {field}', more: 'Reason: {answer}', why: 'You asked for it', button: 'See it' },
  },
};
