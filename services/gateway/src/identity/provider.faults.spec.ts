import { describe, expect, it } from '@jest/globals';
import { OutgoingError } from '@gongjian/platform';
import { ClientError, ResponseBodyError } from 'openid-client';
import { faultOf, ProviderFault } from './provider.faults.ts';

const answered = (error: string) => new ResponseBodyError('server responded with an error', { cause: { error, error_description: 'canary 13800000000' }, response: new Response(null, { status: 400 }) });

describe('what a provider got wrong', () => {
  it('has a reason for the log that says nothing of anybody', () => {
    expect(faultOf(answered('invalid_scope')).reason).toBe('invalid_scope');
    expect(faultOf(answered('canary@example.org 13800000000')).reason).toBe('unnamed');
    expect(faultOf(new TypeError('canary')).reason).toBe('TypeError');
    expect(faultOf('canary').reason).toBe('unknown');
  });

  it('is told from what never arrived, however deep that lies', () => {
    expect(faultOf(new ClientError('something went wrong', { cause: new Error('x', { cause: new OutgoingError('TIMED_OUT') }) }))).toMatchObject({ code: 'PROVIDER_UNREACHABLE', reason: 'TIMED_OUT' });
    expect(faultOf(new ClientError('something went wrong', { cause: new OutgoingError('ANSWER_TOO_LARGE') })).code).toBe('PROVIDER_WRONG');
  });

  it('stays what it was called first', () => {
    const fault = new ProviderFault('PROVIDER_DENIED', 'access_denied');
    expect(faultOf(fault)).toBe(fault);
  });
});
