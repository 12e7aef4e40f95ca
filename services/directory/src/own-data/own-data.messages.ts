import type { Messages } from '@gongjian/platform';

export const ownDataMessages: Messages = {
  'zh-CN': {
    PROOF_NEEDED: '请先输入密码，确认是您本人',
    NOTICE_OUTDATED: '隐私告知已经更新，请刷新页面，阅读新的一版',
  },
  en: {
    PROOF_NEEDED: 'Enter your password first, so that we know it is you',
    NOTICE_OUTDATED: 'The privacy notice has changed; load the page again and read the new one',
  },
};
