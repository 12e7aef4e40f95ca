import type { Language } from './actor.ts';
import { sheetMessages } from './sheets/sheet.messages.ts';

export type MessageParams = Record<string, string | number>;

/** Texts by code. `{name}` stands for a parameter. */
export type Messages = Record<Language, Record<string, string>>;

export interface Problem {
  /** Path of the input, such as `input.title`. */
  field: string;
  code: string;
  params?: MessageParams;
}

/** A rule was broken. Thrown where the rule is, rolled back by the platform, translated once. */
export class DomainError extends Error {
  /** What was tried, where a permission refused it; the audit log keeps it. */
  attempt?: { action: string; type: string; id: string };

  constructor(
    readonly code: string,
    readonly params: MessageParams = {},
    readonly extra: { field?: string; details?: Record<string, unknown>; problems?: Problem[] } = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** One input is wrong: where, which rule, with which numbers. */
export function badInput(field: string, code: string, params: MessageParams = {}): DomainError {
  return badInputs([{ field, code, params }]);
}

export function badInputs(problems: Problem[]): DomainError {
  return new DomainError('BAD_INPUT', problems[0]?.params, { field: problems[0]?.field, problems });
}

/** What does not exist and what one may not know of: the same words. */
export function notFound(field?: string): DomainError {
  return new DomainError('NOT_FOUND', {}, { field });
}

const common: Messages = {
  'zh-CN': {
    BAD_INPUT: '填写有误，请检查标出的内容',
    NOT_FOUND: '没有找到，可能已被删除，或您无权查看',
    FORBIDDEN: '您的角色不能做这件事，请联系本单位管理员',
    UNAUTHENTICATED: '请先登录',
    STALE_VERSION: '这条记录刚被别人改过，请核对后再保存',
    INTERNAL: '系统出错了，请稍后再试；如仍不行，请把编号 {requestId} 告诉管理员',
    DATABASE_UNAVAILABLE: '系统暂时繁忙，请稍后再试',
    IDEMPOTENCY_KEY_REUSED: '这个请求编号已用于另一项操作，请重新提交',
    TOO_SHORT: '至少需要 {min} 个字',
    REQUIRED: '此项必填',
    TOO_LONG_TEXT: '最多 {max} 个字，现在有 {length} 个',
    NOT_A_NUMBER: '请填写数字',
    NOT_WHOLE: '请填写整数',
    TOO_SMALL: '不能小于 {min}',
    TOO_LARGE: '不能大于 {max}',
    TOO_FEW: '至少选择 {min} 项',
    TOO_MANY: '最多选择 {max} 项',
    DUPLICATE: '同一项选了两次',
    BAD_ID: '编号格式不对',
    BAD_EMAIL: '邮箱地址格式不对，例如 name@school.edu.cn',
    BAD_INSTANT: '时间格式不对',
    BAD_DATE: '日期格式不对',
    BAD_CLOCK: '时刻请写成 08:00 这样，最晚 24:00',
    CLOSES_BEFORE_OPENING: '关闭时间要晚于开放时间；跨零点请分成两段',
    BAD_VALUE: '这个值不能用',
    UNKNOWN_FIELD: '没有这一项，请去掉',
    BAD_CHARACTER: '含有不能保存的字符',
    BAD_CURSOR: '翻页位置已失效，请从第一页重新查看',
    BAD_REQUEST: '请求格式不正确',
    SCOPE_MISSING: '这个接口密钥没有“{operation}”所需的权限范围',
    NOT_FOR_KEYS: '“{operation}”只能由本人登录后使用，接口密钥不能调用',
    ORIGIN_REFUSED: '请求来自其他网站，已拒绝',
    OPERATION_UNKNOWN: '请求中没有可以执行的操作，或没有说明执行哪一个',
    OPERATION_TOO_COMPLEX: '一次查询的内容太多了（{what}超过 {limit}），请分开查询',
    TOO_MUCH_DEPTH: '层数',
    TOO_MUCH_ALIASES: '别名',
    TOO_MUCH_COST: '数据量',
    TOO_MUCH_ROOT_FIELDS: '顶层字段',
    TOO_MUCH_TOKENS: '语句长度',
    CSRF_REFUSED: '请求必须以 JSON 发送（Content-Type: application/json），表单和纯文本不接受',
    GRAPH_SYNTAX: '查询语句第 {line} 行第 {column} 个字符附近有语法错误',
    GRAPH_UNFIT: '查询语句与接口不符（第 {line} 行第 {column} 个字符），请对照接口文档修改',
    GRAPH_FIELD_UNKNOWN: '类型 {type} 没有字段 {field}（第 {line} 行）',
    GRAPH_SELECTION_MISSING: '字段 {field} 需要写明取哪些子字段（第 {line} 行）',
    GRAPH_SELECTION_TOO_MUCH: '字段 {field} 没有子字段，请去掉花括号（第 {line} 行）',
    GRAPH_ARGUMENT_UNKNOWN: '字段 {field} 没有参数 {argument}（第 {line} 行）',
    GRAPH_TYPE_UNKNOWN: '接口中没有类型 {type}（第 {line} 行）',
    GRAPH_FRAGMENT_UNKNOWN: '没有定义片段 {fragment}（第 {line} 行）',
    GRAPH_VARIABLE_UNKNOWN: '没有定义变量 ${variable}（第 {line} 行）',
    GRAPH_VARIABLE_UNUSED: '变量 ${variable} 没有用到，请去掉',
    GRAPH_VARIABLE_TYPE: '变量 ${variable} 的类型是 {type}，这里需要 {expected}（第 {line} 行）',
    SEALED_FOR_GOOD: '这项内容的加密密钥已经销毁，不能再打开',
    ROTATION_RUNS: '上一次更换密钥还没有完成，请等它完成后再换',
    FILE_TOO_LARGE: '文件超过 {megabytes} MB，请压缩或拆分后再上传',
    FILE_TYPE_REFUSED: '不支持这种文件，请上传 {allowed}',
    FILE_MISSING: '没有收到文件，请重新选择',
  },
  en: {
    BAD_INPUT: 'Some entries need another look; see the marked fields',
    NOT_FOUND: 'Not found. It may have been removed, or you may not see it',
    FORBIDDEN: 'Your role does not allow this. Ask the administrator of your organisation',
    UNAUTHENTICATED: 'Please sign in first',
    STALE_VERSION: 'Somebody changed this record just now. Check it, then save again',
    INTERNAL: 'Something went wrong. Try again in a moment; if it stays, tell your administrator the number {requestId}',
    DATABASE_UNAVAILABLE: 'The system is busy. Please try again in a moment',
    IDEMPOTENCY_KEY_REUSED: 'This request number was used for something else. Please submit again',
    TOO_SHORT: 'At least {min} characters',
    REQUIRED: 'This is required',
    TOO_LONG_TEXT: 'At most {max} characters; this has {length}',
    NOT_A_NUMBER: 'Enter a number',
    NOT_WHOLE: 'Enter a whole number',
    TOO_SMALL: 'Not less than {min}',
    TOO_LARGE: 'Not more than {max}',
    TOO_FEW: 'Choose at least {min}',
    TOO_MANY: 'Choose at most {max}',
    DUPLICATE: 'Chosen twice',
    BAD_ID: 'This is not a valid id',
    BAD_EMAIL: 'This is not a mail address, such as name@school.edu.cn',
    BAD_INSTANT: 'This is not a valid time',
    BAD_DATE: 'This is not a valid date',
    BAD_CLOCK: 'Write the time like 08:00, 24:00 at the latest',
    CLOSES_BEFORE_OPENING: 'It must close after it opens; over midnight, use two periods',
    BAD_VALUE: 'This value cannot be used',
    UNKNOWN_FIELD: 'There is no such field; leave it out',
    BAD_CHARACTER: 'This has characters that cannot be stored',
    BAD_CURSOR: 'This page is gone. Start again from the first one',
    BAD_REQUEST: 'The request is not well-formed',
    SCOPE_MISSING: 'This API key has no scope for “{operation}”',
    NOT_FOR_KEYS: '“{operation}” is for people who are signed in, not for API keys',
    ORIGIN_REFUSED: 'The request came from another site and was refused',
    OPERATION_UNKNOWN: 'The request has no operation that could be run, or does not say which one',
    OPERATION_TOO_COMPLEX: 'This asks for too much at once ({what} over {limit}). Ask in parts',
    TOO_MUCH_DEPTH: 'depth',
    TOO_MUCH_ALIASES: 'aliases',
    TOO_MUCH_COST: 'cost',
    TOO_MUCH_ROOT_FIELDS: 'root fields',
    TOO_MUCH_TOKENS: 'tokens',
    CSRF_REFUSED: 'Send the request as JSON (Content-Type: application/json); forms and plain text are not taken',
    GRAPH_SYNTAX: 'The operation has a syntax error near line {line}, character {column}',
    GRAPH_UNFIT: 'The operation does not fit the schema (line {line}, character {column}). Compare it with the documentation',
    GRAPH_FIELD_UNKNOWN: 'Type {type} has no field {field} (line {line})',
    GRAPH_SELECTION_MISSING: 'Say which fields of {field} you want (line {line})',
    GRAPH_SELECTION_TOO_MUCH: 'Field {field} has no fields of its own; leave out the braces (line {line})',
    GRAPH_ARGUMENT_UNKNOWN: 'Field {field} takes no argument {argument} (line {line})',
    GRAPH_TYPE_UNKNOWN: 'There is no type {type} (line {line})',
    GRAPH_FRAGMENT_UNKNOWN: 'There is no fragment {fragment} (line {line})',
    GRAPH_VARIABLE_UNKNOWN: 'There is no variable ${variable} (line {line})',
    GRAPH_VARIABLE_UNUSED: 'Variable ${variable} is not used; leave it out',
    GRAPH_VARIABLE_TYPE: 'Variable ${variable} is of type {type}; {expected} is needed here (line {line})',
    SEALED_FOR_GOOD: 'The key of this was destroyed; it cannot be opened any more',
    ROTATION_RUNS: 'The last change of the key has not ended yet; begin the next one after it',
    FILE_TOO_LARGE: 'The file is larger than {megabytes} MB. Compress or split it',
    FILE_TYPE_REFUSED: 'This kind of file is not supported. Upload {allowed}',
    FILE_MISSING: 'No file arrived. Please choose it again',
  },
};

/** All texts of a process: the platform's and those of its subgraphs. */
export class Catalogue {
  private readonly texts: Messages = { 'zh-CN': { ...common['zh-CN'], ...sheetMessages['zh-CN'] }, en: { ...common.en, ...sheetMessages.en } };

  constructor(parts: readonly Messages[]) {
    for (const part of parts) {
      for (const language of ['zh-CN', 'en'] as const) this.add(language, part[language]);
    }
  }

  /** One code, one text: two subgraphs that say it differently would depend on who is asked. */
  private add(language: Language, texts: Record<string, string>): void {
    for (const [code, text] of Object.entries(texts)) {
      const known = this.texts[language][code];
      if (known !== undefined && known !== text) throw new Error(`${code} has two texts in ${language}: "${known}" and "${text}"`);
      this.texts[language][code] = text;
    }
  }

  text(language: Language, code: string, params: MessageParams = {}): string {
    const template = this.texts[language][code] ?? this.texts['zh-CN'][code] ?? code;
    return template.replace(/\{(\w+)\}/g, (whole, key: string) => String(params[key] ?? whole));
  }

  has(code: string): boolean {
    return code in this.texts['zh-CN'] && code in this.texts.en;
  }
}

export interface PublicError {
  message: string;
  extensions: { code: string; field?: string; details?: Record<string, unknown> };
}

/** The one place where errors become words. What we did not foresee says nothing but a number to look up in the log. */
export function publicError(error: unknown, catalogue: Catalogue, language: Language, requestId: string): PublicError {
  if (!(error instanceof DomainError)) {
    return { message: catalogue.text(language, 'INTERNAL', { requestId }), extensions: { code: 'INTERNAL', details: { requestId } } };
  }
  const { field, problems } = error.extra;
  const told = problems?.map((problem) => ({ field: problem.field, code: problem.code, message: catalogue.text(language, problem.code, problem.params) }));
  const details = told ? { ...error.extra.details, problems: told } : error.extra.details;
  return {
    message: told?.[0]?.message ?? catalogue.text(language, error.code, error.params),
    extensions: { code: error.code, ...(field && { field }), ...(details && { details }) },
  };
}
