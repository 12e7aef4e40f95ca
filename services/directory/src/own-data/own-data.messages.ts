import type { Messages } from '@gongjian/platform';

export const ownDataMessages: Messages = {
  'zh-CN': {
    PROOF_NEEDED: '请先输入密码，确认是您本人',
    NOTICE_OUTDATED: '隐私告知已经更新，请刷新页面，阅读新的一版',
    DUTIES_OPEN: '还有 {count} 个尚未结束的预约由您负责，请先取消，或请单位管理员办理交接',
    CLOSING_OBSTACLE: '现在还不能注销：{reason}',
    CLOSING_ASKED_ALREADY: '您已经申请注销，正在办理',
    CLOSING_REASON_NEEDED: '请写明法律依据和理由，申请人会看到',
    CORRECTION_OPEN: '这一项的上一次更正请求还没有答复',
    CORRECTION_NAME: '姓名',
    CORRECTION_ID_NUMBER: '身份证号',
    CORRECTION_PHONE: '电话',
    CORRECTION_PROFESSION: '职称、技能等级等',
    CORRECTION_ROLE: '席位与角色',
    CORRECTION_OTHER: '其他信息',
  },
  en: {
    PROOF_NEEDED: 'Enter your password first, so that we know it is you',
    NOTICE_OUTDATED: 'The privacy notice has changed; load the page again and read the new one',
    DUTIES_OPEN: '{count} bookings of yours are still to come; cancel them, or have your administrator hand them over',
    CLOSING_OBSTACLE: 'Your account cannot be closed yet: {reason}',
    CLOSING_ASKED_ALREADY: 'You have asked for that already; it is under way',
    CLOSING_REASON_NEEDED: 'Say the law and the reason; the person will read it',
    CORRECTION_OPEN: 'Your last request about this has not been answered yet',
    CORRECTION_NAME: 'name',
    CORRECTION_ID_NUMBER: 'ID number',
    CORRECTION_PHONE: 'telephone',
    CORRECTION_PROFESSION: 'title, skill level and the like',
    CORRECTION_ROLE: 'seats and roles',
    CORRECTION_OTHER: 'other data',
  },
};
