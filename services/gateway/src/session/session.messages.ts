import { Catalogue, type Messages } from '@gongjian/platform';

const messages: Messages = {
  'zh-CN': {
    SIGN_IN_FAILED: '登录名或密码不正确',
    NO_SEAT: '您目前没有任何单位的角色，请联系单位管理员或秘书处',
    TOO_MANY_ATTEMPTS: '尝试次数过多，请在 {minutes} 分钟后再试',
  },
  en: {
    SIGN_IN_FAILED: 'The login or the password is not right',
    NO_SEAT: 'You have no role in any organisation at present. Ask its administrator or the secretariat',
    TOO_MANY_ATTEMPTS: 'Too many tries. Please try again in {minutes} minutes',
  },
};

/** What the door says before anybody is signed in. */
export const words = new Catalogue([messages]);
