import { defineMessages } from '../i18n/index.ts';

export const dataProtection = defineMessages('dataProtection', {
  'zh-CN': {
    title: '数据保护', description: '个人信息处理清单：系统保存的每一项数据的分类分级、处理目的、保存期限和保护措施', list: '个人信息处理清单',
    search: '搜索内容、字段或目的', 'filter.class': '个人信息', 'filter.purpose': '全部目的', 'filter.protection': '全部保护措施', everything: '全部数据（含内部）',
    'class.NONE': '无', 'class.INTERNAL': '内部', 'class.PERSONAL': '个人信息', 'class.SENSITIVE': '敏感个人信息', 'class.SECRET': '鉴别数据',
    'column.record': '内容', 'column.class': '分类分级', 'column.purpose': '处理目的与依据', 'column.whose': '涉及的人', 'column.kept': '保存期限', 'column.protection': '保护与显示',
    export: '导出 XLSX', minors: '未成年人信息查看',
    print: '打印', noMatch: '没有符合条件的字段', noMatchHelp: '换个条件，或清除筛选再看。', noRight: '您不能查看个人信息处理清单', noRightHelp: '它由本联合体的管理员和审计员查看。', goHome: '返回首页',
    overdue: '{{record}}有 {{rows}} 条已到保存期限（最早 {{oldest}}），应{{kept}}。系统每小时清理一次；若提示持续两天以上，请联系平台运营。', onTime: '没有超过保存期限的数据',
    key: '加密密钥', keyHelp: '身份证号、电话、上传的文件和邮件以本联合体自己的密钥加密保存。更换时可以照常使用系统，原密钥在全部重新加密后销毁。', keyNow: '第 {{number}} 号，{{since}} 启用', keyNone: '密钥已全部销毁，以前加密的内容不能再打开', keyAge: '已使用 {{days}} 天',
    rotate: '更换密钥', rotateTitle: '更换加密密钥？', rotateHelp: '新写入的内容立即使用新密钥；以前的内容在后台重新加密，完成后原密钥销毁，不能恢复。过程中可以照常使用系统。', rotating: '正在重新加密：{{done}} / {{todo}}', rotated: '已开始更换密钥', history: '以往密钥', 'state.ACTIVE': '使用中', 'state.RETIRING': '重新加密中', 'state.DESTROYED': '已于 {{when}} 销毁', numbered: '第 {{number}} 号',
    printedTitle: '{{consortium}}个人信息处理清单', printedAt: '打印于 {{when}}，打印人 {{name}}', count: '共 {{count}} 项', printedSign: '个人信息保护负责人（签字）：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿',
  },
  en: {
    title: 'Data protection', description: 'The register of data: of everything that is kept its class, purpose, retention and protection', list: 'Register of data',
    search: 'Record, column or purpose', 'filter.class': 'Personal data', 'filter.purpose': 'All purposes', 'filter.protection': 'All protections', everything: 'Everything, also internal',
    'class.NONE': 'None', 'class.INTERNAL': 'Internal', 'class.PERSONAL': 'Personal', 'class.SENSITIVE': 'Sensitive personal', 'class.SECRET': 'Authentication',
    'column.record': 'Record', 'column.class': 'Class', 'column.purpose': 'Purpose and basis', 'column.whose': 'About', 'column.kept': 'Kept', 'column.protection': 'Protected, shown',
    export: 'Export XLSX', minors: 'Data of minors',
    print: 'Print', noMatch: 'No column matches', noMatchHelp: 'Try another condition, or clear the filters.', noRight: 'You may not see the register of data', noRightHelp: 'Administrators and auditors of the consortium see it.', goHome: 'Back to the first page',
    overdue: '{{record}}: {{rows}} rows are past their time (oldest {{oldest}}): {{kept}}. They are taken away once an hour; if this stays for two days, tell the platform operator.', onTime: 'Nothing is kept beyond its time',
    key: 'Encryption key', keyHelp: 'ID numbers, telephone numbers, uploaded files and mails are encrypted with the consortium’s own key. It can be changed while work goes on; the old one is destroyed once everything is encrypted anew.', keyNow: 'No. {{number}}, in use since {{since}}', keyNone: 'All keys were destroyed; what they encrypted cannot be opened any more', keyAge: 'in use for {{days}} days',
    rotate: 'Change the key', rotateTitle: 'Change the encryption key?', rotateHelp: 'What is written from now on has the new key; what is there is encrypted anew in the background, and then the old key is destroyed for good. Work goes on meanwhile.', rotating: 'Encrypting anew: {{done}} of {{todo}}', rotated: 'The key is being changed', history: 'Former keys', 'state.ACTIVE': 'in use', 'state.RETIRING': 'being replaced', 'state.DESTROYED': 'destroyed {{when}}', numbered: 'No. {{number}}',
    printedTitle: 'Register of data of {{consortium}}', printedAt: 'Printed {{when}} by {{name}}', count: '{{count}} columns', printedSign: 'Person in charge of personal data (signature): ______________    Date: ______________',
  },
});
