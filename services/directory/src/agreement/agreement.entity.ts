import { TenantEntity } from '@gongjian/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClauseKind, ClauseTerms } from './clause.terms.ts';

export const AGREEMENT_KINDS = ['COOPERATION', 'SHARING'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** 校企合作协议 or 共建共享协议. Whether it counts today follows from its days (`standing`). */
@Entity({ schema: 'directory', name: 'agreement' })
export class Agreement extends TenantEntity {
  static relations = {
    parties: { entity: () => AgreementParty, foreignKey: 'agreementId' },
  };
  /** The text is said by its hash. */
  static unaudited = ['textSigned', 'warnedDays'];

  @Column('text') kind: AgreementKind;
  @Column('text') number: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) purpose: string | null;
  @Column('date') since: string;
  /** The first day on which it is not in force any more. */
  @Column('date') until: string;
  @Column('int') noticeDays: number;
  @Column('text') state: 'DRAFT' | 'SIGNING' | 'SIGNED' | 'WITHDRAWN';
  @Column('uuid') draftedById: string;
  @Column('uuid') draftedForId: string;
  @Column('text', { nullable: true }) textSigned: string | null;
  @Column('bytea', { nullable: true }) textHash: Buffer | null;
  @Column('timestamptz', { nullable: true }) signedAt: Date | null;
  @Column('timestamptz', { nullable: true }) suspendedAt: Date | null;
  @Column('uuid', { nullable: true }) suspendedForId: string | null;
  @Column('text', { nullable: true }) suspendReason: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('text', { nullable: true }) endReason: string | null;
  @Column('uuid', { nullable: true }) amendsId: string | null;
  /** The agreement after which this one follows on. */
  @Column('uuid', { nullable: true }) renewsId: string | null;
  @Column('date', { nullable: true }) replacedOn: string | null;
  @Column('int', { nullable: true }) warnedDays: number | null;
  /** Parties belong to several consortia, and each of these has a copy. */
  @Column('boolean') shared: boolean;

  /** Read beside it (`AgreementService.withParties`): permissions ask who they are. */
  parties?: AgreementParty[];
}

/** 甲方, 乙方 … */
@Entity({ schema: 'directory', name: 'agreement_party' })
export class AgreementParty extends TenantEntity {
  @Column('uuid') agreementId: string;
  @Column('uuid') organisationId: string;
  @Column('int') ordinal: number;
  /** The consortium as whose member it signs. */
  @Column('uuid') homeId: string;
  /** It signs as the lead of its consortium, for all of its members. */
  @Column('boolean') whole: boolean;
}

/** One thing that a party gives another one. What it says is in `terms`, by its kind. */
@Entity({ schema: 'directory', name: 'clause' })
export class Clause extends TenantEntity {
  @Column('uuid') agreementId: string;
  @Column('int') ordinal: number;
  @Column('text') kind: ClauseKind;
  @Column('uuid') giverId: string;
  @Column('uuid') takerId: string;
  @Column('uuid', { nullable: true }) poolId: string | null;
  /** As its owner called it when the clause was written. */
  @Column('text', { nullable: true }) poolName: string | null;
  @Column('jsonb') terms: ClauseTerms;
  @Column('text', { nullable: true }) wording: string | null;
}

@Entity({ schema: 'directory', name: 'clause_acceptance' })
export class ClauseAcceptance extends TenantEntity {
  @Column('uuid') clauseId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') personId: string;
}

@Entity({ schema: 'directory', name: 'agreement_comment' })
export class AgreementComment extends TenantEntity {
  static personal = ['text'];

  @Column('uuid') agreementId: string;
  @Column('uuid', { nullable: true }) clauseId: string | null;
  @Column('uuid') organisationId: string;
  @Column('uuid') personId: string;
  @Column('text') text: string;
  @Column('uuid', { nullable: true }) settledById: string | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
}

@Entity({ schema: 'directory', name: 'agreement_signature' })
export class AgreementSignature extends TenantEntity {
  static personal = ['personName'];

  @Column('uuid') agreementId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') personId: string;
  @Column('text') office: string;
  @Column('bytea') textHash: Buffer;
  /** As it stands on both copies of an agreement between consortia. */
  @Column('text', { nullable: true }) personName: string | null;
}

/** What a signed clause gives, from when until when. The database writes it, whenever anything changes from which it follows. */
@Entity({ schema: 'directory', name: 'access_grant' })
export class Grant {
  @PrimaryColumn('uuid') tenantId: string;
  /** That of its clause. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('text') kind: ClauseKind;
  @Column('uuid') giverId: string;
  @Column('uuid') giverHomeId: string;
  @Column('uuid') takerId: string;
  @Column('uuid') takerHomeId: string;
  @Column('boolean') whole: boolean;
  @Column('uuid', { nullable: true }) poolId: string | null;
  @Column('timestamptz') validFrom: Date;
  @Column('timestamptz') validUntil: Date;
}
