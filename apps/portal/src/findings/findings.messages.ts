import { defineMessages } from '../i18n/messages.ts';

export const findings = defineMessages('findings', {
  'zh-CN': {
    PASS: '符合', WARN: '提示', BLOCK: '不通过', EXEMPT: '已豁免', NOT_ENOUGH_DATA: '资料不足',
    'met.yes': '符合', 'met.no': '不符合', 'met.unknown': '不明',
    values: '现为 {{computed}}，要求 {{threshold}}',
    remedy: '怎么办：{{text}}',
    approver: '可由{{who}}说明理由后放行',
    source: '依据：《{{document}}》{{number}}{{article}}',
    quote: '“{{text}}”',
    rule: '规则 {{id}} 第 {{version}} 版 · “{{pack}}”规则包第 {{packVersion}} 版 · 条文{{confidence}} · 检查于 {{when}}',
    'pack.founding': '成立要求', 'pack.agreement': '合作协议',
    'sure.V': '已见公开原文', 'sure.V~': '据公开转述', 'sure.H': '凭业内了解，把握较大', 'sure.M': '凭业内了解，把握一般', 'sure.L': '凭业内了解，有待核对',
  },
  en: {
    PASS: 'As required', WARN: 'Note', BLOCK: 'Not allowed', EXEMPT: 'Exempt', NOT_ENOUGH_DATA: 'Not enough data',
    'met.yes': 'met', 'met.no': 'not met', 'met.unknown': 'unknown',
    values: 'is {{computed}}, required {{threshold}}',
    remedy: 'What to do: {{text}}',
    approver: 'May be let pass by the {{who}} with a reason',
    source: 'Source: {{document}}, {{number}} {{article}}',
    quote: '“{{text}}”',
    rule: 'Rule {{id}} v{{version}} · pack “{{pack}}” v{{packVersion}} · {{confidence}} · checked {{when}}',
    'pack.founding': 'Rules of founding', 'pack.agreement': 'Agreements',
    'sure.V': 'text read in public', 'sure.V~': 'text as repeated by others', 'sure.H': 'text from experience, fairly sure', 'sure.M': 'text from experience', 'sure.L': 'text from experience, to be checked',
  },
});
