import { describe, expect, it } from '@jest/globals';
import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';
import { ApiError, configureErrors, errorCode, errorDetails, errorText, fieldErrors } from './errors.ts';

const refused = new CombinedGraphQLErrors({
  errors: [
    {
      message: '请检查输入',
      extensions: {
        code: 'BAD_INPUT',
        field: 'input.organisation.uscc',
        details: { problems: [{ field: 'input.organisation.uscc', code: 'USCC_INVALID', message: '校验失败' }, { field: 'input.organisation.name', code: 'TOO_SHORT', message: '太短' }] },
      },
    },
  ],
} as never);

configureErrors({
  offline: () => 'offline', unreachable: () => 'unreachable', timeout: () => 'timeout', sessionEnded: () => 'ended',
  tooMany: (seconds) => `wait ${seconds}`, unknown: () => 'unknown',
});

describe('errors', () => {
  it('speaks with the server’s words', () => expect(errorText(refused)).toBe('请检查输入'));
  it('has each problem at its field, with and without input.', () => {
    expect(fieldErrors(refused)['organisation.name']).toBe('太短');
    expect(fieldErrors(refused)['input.organisation.uscc']).toBe('校验失败');
    expect(fieldErrors(new Error('x'))).toEqual({});
  });
  it('knows the code and the details', () => {
    expect(errorCode(refused)).toBe('BAD_INPUT');
    expect(errorDetails<{ problems: unknown[] }>(refused)?.problems).toHaveLength(2);
  });
  it('has words of its own where nothing answered', () => {
    expect(errorText(new ApiError(0))).toBe('unreachable');
    expect(errorText(new TypeError('Failed to fetch'))).toBe('unreachable');
    expect(errorText(new ApiError(429, { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 37 }))).toBe('wait 37');
    expect(errorText(new ApiError(413, { code: 'FILE_TOO_LARGE', message: '文件太大' }))).toBe('文件太大');
    expect(errorText(new Error('internal detail'))).toBe('unknown');
  });
  it('knows what Apollo Client makes of an answer that is no GraphQL', () => {
    const response = new Response('', { status: 401 });
    expect(errorCode(new ServerError('401', { response, bodyText: '{"code":"SESSION_ENDED"}' }))).toBe('SESSION_ENDED');
    expect(errorCode(new ServerError('401', { response, bodyText: '<html>' }))).toBe('UNAUTHENTICATED');
    expect(errorText(new ServerParseError(new SyntaxError('<'), { response, bodyText: '<html>' }))).toBe('unreachable');
  });
});
