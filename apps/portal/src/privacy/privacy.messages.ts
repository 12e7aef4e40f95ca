import { defineMessages } from '../i18n/messages.ts';

export const privacy = defineMessages('privacy', {
  'zh-CN': {
    title: '隐私告知',
    lead: '第 {{version}} 版，{{day}} 发布',
    back: '返回',
    banner: '请阅读《隐私告知》：处理哪些信息、为什么、保存多久、您有哪些权利。',
    bannerNews: '《隐私告知》有更新：{{changes}}',
    read: '阅读',
    understood: '我已阅读',
    thanks: '已记录。可以随时在“我的个人信息”里查看',
  },
  en: {
    title: 'Privacy notice',
    lead: 'Version {{version}}, published {{day}}',
    back: 'Back',
    banner: 'Please read the privacy notice: which data, what for, for how long, and your rights.',
    bannerNews: 'The privacy notice has changed: {{changes}}',
    read: 'Read',
    understood: 'I have read it',
    thanks: 'Noted. You find it under “My data” at any time',
  },
});
