import type { Messages } from '@gongjian/platform';

export const ownRecordMessages: Messages = {
  'zh-CN': {
    CLAIM_WRONG: '与名册中登记的不一致，请核对后再试；名册有误时请联系本单位管理员更正',
    CLAIM_TOO_OFTEN: '今天尝试的次数已用完，请明天再试，或请本单位管理员核对名册',
    CONSENT_NEEDED: '这一步要用到敏感个人信息，需要您单独同意',
    CLAIM_UNPROVABLE: '名册中没有可供核对的证件号或电话，请本单位管理员补充后再试',
  },
  en: {
    CLAIM_WRONG: 'This is not what the register says; check it and try again, or ask your administrator to correct the register',
    CLAIM_TOO_OFTEN: 'No tries are left for today; try again tomorrow, or ask your administrator to check the register',
    CONSENT_NEEDED: 'This uses specially protected data and needs your consent first',
    CLAIM_UNPROVABLE: 'The register has no ID number or telephone to compare with; ask your administrator to add one',
  },
};
