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
};
