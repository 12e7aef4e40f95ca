import type { Messages } from '@gongjian/platform';

export const ownDataMessages: Messages = {
  'zh-CN': {
    PROOF_NEEDED: '请先输入密码，确认是您本人',
  },
  en: {
    PROOF_NEEDED: 'Enter your password first, so that we know it is you',
  },
};
