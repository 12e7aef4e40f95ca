import type { ProviderFragment } from './identity.generated.ts';

export interface ProviderForm {
  organisationId: string;
  name: string;
  code: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  removeSecret: boolean;
  domains: string;
  enabled: boolean;
}

export const emptyForm = (organisationId: string, name: string): ProviderForm => ({ organisationId, name, code: '', issuer: '', clientId: '', clientSecret: '', removeSecret: false, domains: '', enabled: true });

export const formOf = ({ organisation, name, code, issuer, clientId, domains, enabled }: ProviderFragment): ProviderForm => ({ organisationId: organisation.id, name, code, issuer, clientId, clientSecret: '', removeSecret: false, domains: domains.join(', '), enabled });

/** As people write lists: commas of both widths, spaces, lines. */
export const domainsIn = (text: string): string[] => text.split(/[,，;；、\s]+/).filter(Boolean);

/** What is kept of a secret: left out it stays, empty it goes. */
const secretOf = ({ clientSecret, removeSecret }: ProviderForm) => (removeSecret ? '' : clientSecret || null);

export const inputOf = (form: ProviderForm) => ({ name: form.name.trim(), code: form.code.trim().toLowerCase(), issuer: form.issuer.trim(), clientId: form.clientId.trim(), clientSecret: secretOf(form), domains: domainsIn(form.domains), enabled: form.enabled });

/** What the test needs; a secret that is kept is not sent from here. */
export const checkOf = (form: ProviderForm, id: string | undefined) => ({ issuer: form.issuer.trim(), clientId: form.clientId.trim(), code: form.code.trim().toLowerCase() || undefined, id, clientSecret: secretOf(form) ?? undefined });

type Field = 'organisationId' | 'name' | 'code' | 'issuer' | 'clientId' | 'domains';
export type Missing = 'organisationMissing' | 'nameMissing' | 'codeMissing' | 'issuerMissing' | 'clientIdMissing' | 'domainsMissing';

/** What can be said before anybody is asked. */
export function problemsOf(form: ProviderForm): Partial<Record<Field, Missing>> {
  const input = inputOf(form);
  return {
    ...(!form.organisationId && { organisationId: 'organisationMissing' as const }),
    ...(!input.name && { name: 'nameMissing' as const }),
    ...(!/^[a-z0-9][a-z0-9-]{0,30}[a-z0-9]$/.test(input.code) && { code: 'codeMissing' as const }),
    ...(!/^https?:\/\/[^\s/]/.test(input.issuer) && { issuer: 'issuerMissing' as const }),
    ...(!input.clientId && { clientId: 'clientIdMissing' as const }),
    ...(input.domains.length === 0 && { domains: 'domainsMissing' as const }),
  };
}

export const callbackOf = (code: string) => `${location.origin}/auth/oidc/${code.trim().toLowerCase() || '…'}/callback`;
