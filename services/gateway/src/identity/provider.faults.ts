import { OutgoingError } from '@gongjian/platform';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

/** What can be wrong with a sign-in by an identity provider; each with a text of its own for who stands at the door. */
export type FaultCode = 'PROVIDER_UNREACHABLE' | 'PROVIDER_WRONG' | 'PROVIDER_TOKEN' | 'PROVIDER_CLOCK' | 'PROVIDER_SETUP' | 'PROVIDER_DENIED' | 'PROVIDER_STATE';

/** `reason` is for the log: names of rules and of protocol errors, never what the provider said about somebody. */
export class ProviderFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly reason: string,
  ) {
    super(code);
    this.name = 'ProviderFault';
  }
}

/** The person, or the provider for them, said no. */
const DENIED = ['access_denied', 'login_required', 'interaction_required', 'consent_required', 'account_selection_required'];
const BUSY = ['server_error', 'temporarily_unavailable'];

const BY_RULE: Record<string, FaultCode> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'PROVIDER_CLOCK',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'PROVIDER_TOKEN',
  OAUTH_KEY_SELECTION_FAILED: 'PROVIDER_TOKEN',
  OAUTH_INVALID_RESPONSE: 'PROVIDER_TOKEN',
  OAUTH_UNSUPPORTED_OPERATION: 'PROVIDER_TOKEN',
};

/** Errors of the protocol's own alphabet; anything else was made up by somebody. */
const named = (error: string) => (/^[a-z_]{1,40}$/.test(error) ? error : 'unnamed');

/** The one place where all that providers get wrong becomes one of our codes. */
export function faultOf(error: unknown): ProviderFault {
  if (error instanceof ProviderFault) return error;
  const outgoing = causesOf(error).find((cause) => cause instanceof OutgoingError);
  if (outgoing) return new ProviderFault(outgoing.code === 'ANSWER_TOO_LARGE' ? 'PROVIDER_WRONG' : 'PROVIDER_UNREACHABLE', outgoing.code);
  if (error instanceof AuthorizationResponseError) return new ProviderFault(DENIED.includes(error.error) ? 'PROVIDER_DENIED' : BUSY.includes(error.error) ? 'PROVIDER_UNREACHABLE' : 'PROVIDER_SETUP', named(error.error));
  if (error instanceof ResponseBodyError) return new ProviderFault(error.error === 'invalid_grant' ? 'PROVIDER_STATE' : BUSY.includes(error.error) ? 'PROVIDER_UNREACHABLE' : 'PROVIDER_SETUP', named(error.error));
  const rule = error instanceof ClientError ? (error.code ?? '') : '';
  if (rule === 'OAUTH_RESPONSE_IS_NOT_CONFORM') {
    const { status = 0 } = ((error as ClientError).cause ?? {}) as { status?: number };
    return new ProviderFault(status >= 500 ? 'PROVIDER_UNREACHABLE' : status === 401 ? 'PROVIDER_SETUP' : 'PROVIDER_WRONG', `status ${status}`);
  }
  return new ProviderFault(BY_RULE[rule] ?? 'PROVIDER_WRONG', rule || (error instanceof Error ? error.name : 'unknown'));
}

function causesOf(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let each = error; each instanceof Error && found.length < 10; each = each.cause) found.push(each);
  return found;
}
