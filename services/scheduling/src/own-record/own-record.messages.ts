import type { Messages } from '@gongjian/platform';

export const ownRecordMessages: Messages = {
  'zh-CN': {
    CLAIM_WRONG: '与名册中登记的不一致，请核对后再试；名册有误时请联系本单位管理员更正',
    CLAIM_TOO_OFTEN: '今天尝试的次数已用完，请明天再试，或请本单位管理员核对名册',
    CONSENT_NEEDED: '这一步要用到敏感个人信息，需要您单独同意',
    MINOR_APPROVAL_NEEDED: '这是未成年人的信息，查看前须经负责人批准，请先申请',
    NOT_A_MINOR: '不是未成年人，可以直接查看',
    MINOR_ACCESS_OPEN: '您的申请还在等待答复，或已获批准，不用再次申请',
    MINOR_ACCESS_ONESELF: '不能批准自己的申请，请另一位负责人办理',
    CLAIM_UNPROVABLE: '名册中没有可供核对的证件号或电话，请本单位管理员补充后再试',
  },
  en: {
    CLAIM_WRONG: 'This is not what the register says; check it and try again, or ask your administrator to correct the register',
    CLAIM_TOO_OFTEN: 'No tries are left for today; try again tomorrow, or ask your administrator to check the register',
    CONSENT_NEEDED: 'This uses specially protected data and needs your consent first',
    MINOR_APPROVAL_NEEDED: 'This is the data of a minor: a responsible person has to approve before you see it. Ask first',
    NOT_A_MINOR: 'This is no minor; you can look right away',
    MINOR_ACCESS_OPEN: 'Your request waits for an answer, or was approved: no need to ask again',
    MINOR_ACCESS_ONESELF: 'You cannot approve your own request; another responsible person has to',
    CLAIM_UNPROVABLE: 'The register has no ID number or telephone to compare with; ask your administrator to add one',
  },
};
