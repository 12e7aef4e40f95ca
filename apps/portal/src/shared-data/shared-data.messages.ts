import { defineMessages } from '../i18n/messages.ts';

export const sharedData = defineMessages('sharedData', {
  'zh-CN': {
    title: '共享数据', help: '按生效的数据条款，对方向本单位提供的数据：只有条款写明的内容，按约定脱敏。', toList: '返回协议', empty: '没有生效的数据条款', emptyHelp: '对方签署的数据条款生效后，约定的数据会列在这里。',
    fields: '约定内容', mask: '显示方式', until: '有效至', clause: '依据', clauseOf: '{{agreement}} 第 {{number}} 条', people: '教师和工程师', bookings: '本年预约', hours: '本年使用', countOf: '{{count}} 人', timesOf: '{{count}} 次', hoursOf: '{{count}} 小时',
    showPeople: '查看人员', hidePeople: '隐藏人员', showPeopleHelp: '每次查看都会记入双方的审计日志。', peopleOf: '{{name}}的人员', noPeople: '对方还没有登记教师和工程师', showUsage: '查看使用情况', hideUsage: '隐藏使用情况', usageOf: '{{name}}的使用情况', noUsage: '这一年还没有使用', year: '年度',
    name: '姓名', kind: '类别', contact: '联系方式', professional: '职称', level: '技能等级', resource: '资源', bookingCount: '预约次数', hourCount: '使用小时', hidden: '未约定', later: '实习记录和人才需求在对方提供后显示。',
  },
  en: {
    title: 'Shared data', help: 'What others show this organisation by clauses on data in force: what the clause names and nothing else, masked as agreed.', toList: 'Back to agreements', empty: 'No clause on data is in force', emptyHelp: 'Once another party has signed one, what was agreed on is listed here.',
    fields: 'Agreed on', mask: 'Shown', until: 'In force until', clause: 'By', clauseOf: '{{agreement}}, clause {{number}}', people: 'Teachers and engineers', bookings: 'Bookings this year', hours: 'Use this year', countOf_one: '{{count}} person', countOf: '{{count}} people', timesOf_one: '{{count}} booking', timesOf: '{{count}} bookings', hoursOf_one: '{{count}} hour', hoursOf: '{{count}} hours',
    showPeople: 'Show people', hidePeople: 'Hide people', showPeopleHelp: 'Each look is in the audit log of both sides.', peopleOf: 'People of {{name}}', noPeople: 'They have no teachers or engineers in their register', showUsage: 'Show use', hideUsage: 'Hide use', usageOf: 'Use at {{name}}', noUsage: 'Nothing was used in this year', year: 'Year',
    name: 'Name', kind: 'Kind', contact: 'Contact', professional: 'Title', level: 'Skill level', resource: 'Thing', bookingCount: 'Bookings', hourCount: 'Hours', hidden: 'Not agreed on', later: 'Internship records and demand for talents are shown once they are provided.',
  },
});
