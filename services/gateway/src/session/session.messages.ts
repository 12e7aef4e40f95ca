import { Catalogue, type Messages } from '@gongjian/platform';

const messages: Messages = {
  'zh-CN': {
    SIGN_IN_FAILED: '登录名或密码不正确',
    NO_SEAT: '您目前没有任何单位的角色，请联系单位管理员或秘书处',
    CODE_WRONG: '验证码不正确或已用过。请核对手机时间，等应用显示下一个验证码后再试',
    PASSKEY_REFUSED: '通行密钥验证没有通过，请重试或换一种方式',
    SIGN_IN_EXPIRED: '登录步骤已超时，请重新输入账号和密码',
    PROOF_NEEDED: '为保护账号，请先输入密码确认是您本人',
    SECOND_FACTOR_REQUIRED: '本联合体要求管理员启用两步验证，请先添加一种验证方式',
    FACTOR_EXISTS: '已绑定身份验证器应用，请先移除再重新绑定',
    PASSKEYS_ENOUGH: '通行密钥已达 20 个，请先移除不用的',
    PASSWORD_WRONG: '密码不正确',
    PASSWORD_SAME: '新密码不能与当前密码相同',
    PASSWORD_WEAK: '密码至少 10 位（最多 200 位），并包含大写字母、小写字母、数字、其他字符中的三种',
    PASSWORD_PERSONAL: '密码里不要包含登录名、姓名（含拼音）或邮箱',
    PASSWORD_COMMON: '这个密码太常见或容易被猜到，请换一个，例如几个不相干的词',
    LINK_INVALID: '链接已失效、已使用或不属于当前账号，请重新申请',
    EMAIL_TAKEN: '这个邮箱已由另一个账号使用',
    TOO_MANY_ATTEMPTS: '尝试次数过多，请在 {minutes} 分钟后再试',
  },
  en: {
    SIGN_IN_FAILED: 'The login or the password is not right',
    NO_SEAT: 'You have no role in any organisation at present. Ask its administrator or the secretariat',
    CODE_WRONG: 'The code is wrong or was used already. Check the time of your phone and try with the next code',
    PASSKEY_REFUSED: 'The passkey was not accepted. Try again or choose another way',
    SIGN_IN_EXPIRED: 'Signing in took too long. Please enter account and password again',
    PROOF_NEEDED: 'To protect the account, enter your password first',
    SECOND_FACTOR_REQUIRED: 'This consortium asks its administrators for a second factor. Add one first',
    FACTOR_EXISTS: 'There is an authenticator app already; remove it before you add another one',
    PASSKEYS_ENOUGH: 'There are 20 passkeys already; remove one that you do not use',
    PASSWORD_WRONG: 'The password is not right',
    PASSWORD_SAME: 'The new password must differ from the present one',
    PASSWORD_WEAK: 'A password has 10 to 200 characters, with three of: upper case, lower case, digits, others',
    PASSWORD_PERSONAL: 'A password must not contain the login, the name (nor its pinyin) or the mail address',
    PASSWORD_COMMON: 'This password is too common or easy to guess. Choose another one, such as some unrelated words',
    LINK_INVALID: 'The link has expired, was used, or is for another account. Please ask for a new one',
    EMAIL_TAKEN: 'Another account uses this mail address',
    TOO_MANY_ATTEMPTS: 'Too many tries. Please try again in {minutes} minutes',
  },
};

/** What the door says before anybody is signed in. */
export const words = new Catalogue([messages]);
