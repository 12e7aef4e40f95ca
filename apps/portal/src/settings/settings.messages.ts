import { defineMessages } from '../i18n/index.ts';

export const settingsTexts = defineMessages('settings', {
  'zh-CN': {
    title: '联合体设置', description: '对本联合体所有单位生效；每次修改都记入审计记录',
    basics: '基本信息', name: '名称', nameHelp: '2 至 80 个字', shortName: '简称', shortNameHelp: '最多 12 个字，用在侧栏等窄处', kind: '类型', timeZone: '时区', timeZoneHelp: '改时区不改已有预约的实际时刻，只改显示的钟点',
    languages: '语言', languagesOffered: '可用语言', defaultLanguage: '默认语言', defaultLanguageHelp: '没有自己选过语言的人看到它',
    hours: '默认开放时间', hoursHelp: '新建或导入的资源没有写开放时间时使用；已有资源不变',
    logo: '标志', logoHelp: 'JPG、PNG 或 WebP，不超过 1 MB，建议正方形', logoAlt: '联合体标志', logoNone: '还没有标志', logoChoose: '选择图片', logoReplace: '更换', logoRemove: '移除标志', logoSaved: '已更新标志', logoRemoved: '已移除标志', logoWrongType: '请选择 JPG、PNG 或 WebP 图片', logoTooLarge: '图片超过 1 MB',
    save: '保存设置', saved: '已保存设置', stale: '别人刚改过设置，下面是最新内容；您改的已保留，请核对后再保存。', unsaved: '有修改还没保存', discard: '放弃修改',
    calendars: '校历、作息与节假日', calendarsHelp: '教学周、节次和放假补课在各自页面维护', openCalendar: '校历与作息', openHolidays: '节假日数据',
    noRight: '您不能修改联合体设置', noRightHelp: '请联系秘书处。', leaveTitle: '放弃没有保存的修改？', leaveHelp: '离开后，刚才的修改不会保留。', leave: '离开', stay: '继续编辑',
  },
  en: {
    title: 'Settings of the consortium', description: 'They hold for all its organisations; each change goes into the audit log',
    basics: 'Basics', name: 'Name', nameHelp: '2 to 80 characters', shortName: 'Short name', shortNameHelp: 'At most 12 characters, for narrow places such as the sidebar', kind: 'Kind', timeZone: 'Time zone', timeZoneHelp: 'Bookings stay when they are; only the clock by which they are shown changes',
    languages: 'Languages', languagesOffered: 'Offered', defaultLanguage: 'Default', defaultLanguageHelp: 'For those who have not chosen one themselves',
    hours: 'Default opening hours', hoursHelp: 'For new or imported resources that bring none of their own; existing ones stay as they are',
    logo: 'Logo', logoHelp: 'JPG, PNG or WebP, at most 1 MB, square if possible', logoAlt: 'Logo of the consortium', logoNone: 'No logo yet', logoChoose: 'Choose a picture', logoReplace: 'Replace', logoRemove: 'Remove the logo', logoSaved: 'Logo changed', logoRemoved: 'Logo removed', logoWrongType: 'Choose a JPG, PNG or WebP picture', logoTooLarge: 'The picture is larger than 1 MB',
    save: 'Save settings', saved: 'Settings saved', stale: 'Somebody changed the settings just now. What you see is the latest with your changes kept; check it and save again.', unsaved: 'Not saved yet', discard: 'Discard changes',
    calendars: 'Calendars, lessons and holidays', calendarsHelp: 'Teaching weeks, lessons and days off are kept on their own pages', openCalendar: 'School calendar', openHolidays: 'Holidays',
    noRight: 'You cannot change the settings', noRightHelp: 'Ask the secretariat.', leaveTitle: 'Leave without saving?', leaveHelp: 'What you changed here will be lost.', leave: 'Leave', stay: 'Go on editing',
  },
});
