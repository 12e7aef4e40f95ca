import { TenantEntity } from '@gongjian/platform';
import { Column, Entity } from 'typeorm';

/** An organisation's own sign-in by OpenID Connect. The door reads it when somebody comes by it. */
@Entity({ schema: 'directory', name: 'identity_provider' })
export class IdentityProvider extends TenantEntity {
  @Column('uuid')
  organisationId: string;

  /** As its people call it; stands on the button. */
  @Column('text')
  name: string;

  /** `/sign-in/<code>` leads here; one for the whole installation. */
  @Column('text')
  code: string;

  @Column('text')
  issuer: string;

  @Column('text')
  clientId: string;

  @Column('bytea', { nullable: true })
  clientSecretSealed: Buffer | null;

  /** What stands behind the @ of mail addresses that it may vouch for. */
  @Column('text', { array: true })
  domains: string[];

  @Column('boolean')
  enabled: boolean;
}
