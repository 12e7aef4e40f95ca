import { definePermissions, isOperator, works } from '@gongjian/platform';
import { Agreement, AgreementComment, AgreementParty, AgreementSignature, Clause, ClauseAcceptance, Grant } from './agreement.entity.ts';

/** Parties draft and read; their administrators accept and sign; the office reads what is being signed or was. */
export const agreementPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor) || !works(actor)) return;
  const has = (...roles: string[]) => actor.roles.some((role) => roles.includes(role));
  const ofOurs = { parties: { $elemMatch: { organisationId: actor.organisationId } } };

  // Parts are reached through their agreement, which was read under the rules below.
  for (const part of [AgreementParty, Clause, ClauseAcceptance, AgreementComment, AgreementSignature, Grant]) allow('read', part);

  if (actor.roles.some((role) => role !== 'STUDENT')) allow('read', Agreement, ofOurs);
  // What the lead signed for all members is theirs to know.
  if (actor.roles.some((role) => role !== 'STUDENT')) allow('read', Agreement, { state: 'SIGNED', parties: { $elemMatch: { homeId: actor.tenantId, whole: true } } });
  if (has('SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR')) allow('read', Agreement, { state: { $in: ['SIGNING', 'SIGNED'] } });

  if (has('ORGANISATION_ADMINISTRATOR')) allow(['create', 'update', 'decide'], Agreement, ofOurs);
});
