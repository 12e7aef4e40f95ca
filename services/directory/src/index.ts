import { defineSubgraph } from '@gongjian/platform';
import { AuditController } from './audit/audit.controller.ts';
import { AuditChangeRow, AuditEntry } from './audit/audit.entity.ts';
import { auditPermissions } from './audit/audit.permissions.ts';
import { AuditResolver } from './audit/audit.resolver.ts';
import { AuditService } from './audit/audit.service.ts';
import { Consortium } from './consortium/consortium.entity.ts';
import { consortiumPermissions } from './consortium/consortium.permissions.ts';
import { ConsortiumResolver } from './consortium/consortium.resolver.ts';
import { ConsortiumService } from './consortium/consortium.service.ts';
import { Founding } from './consortium/founding.entity.ts';
import { FoundingService } from './consortium/founding.service.ts';
import { SeparationService } from './consortium/separation.service.ts';
import { messages } from './messages.ts';
import { migrations } from './migrations/index.ts';
import { Membership } from './organisation/membership.entity.ts';
import { Organisation } from './organisation/organisation.entity.ts';
import { organisationPermissions } from './organisation/organisation.permissions.ts';
import { MembershipResolver, OrganisationResolver } from './organisation/organisation.resolver.ts';
import { OrganisationService } from './organisation/organisation.service.ts';
import { PastMembership } from './organisation/past-membership.entity.ts';
import { JoinCodeService } from './person/join-code.service.ts';
import { MeResolver } from './person/me.resolver.ts';
import { Person } from './person/person.entity.ts';
import { personPermissions } from './person/person.permissions.ts';
import { PersonResolver, RoleGrantResolver } from './person/person.resolver.ts';
import { PersonService } from './person/person.service.ts';
import { RoleGrant } from './person/role-grant.entity.ts';
import { RoleGrantService } from './person/role-grant.service.ts';
import { Suspension } from './suspension/suspension.entity.ts';
import { suspensionPermissions } from './suspension/suspension.permissions.ts';
import { MembershipSuspensionResolver, PersonSuspensionResolver, SuspensionResolver } from './suspension/suspension.resolver.ts';
import { SuspensionService } from './suspension/suspension.service.ts';

export { hashPassword, isStrongPassword, verifyPassword } from './person/password.ts';
export { nameKeys } from './search.ts';

/** Consortia, organisations, memberships, people and their roles. */
export const directory = defineSubgraph({
  name: 'directory',
  url: import.meta.url,
  entities: [AuditChangeRow, AuditEntry, Consortium, Founding, Organisation, Membership, PastMembership, Person, RoleGrant, Suspension],
  migrations,
  permissions: [auditPermissions, consortiumPermissions, organisationPermissions, personPermissions, suspensionPermissions],
  providers: [
    AuditResolver,
    AuditService,
    ConsortiumService,
    ConsortiumResolver,
    SeparationService,
    FoundingService,
    OrganisationService,
    OrganisationResolver,
    MembershipResolver,
    PersonService,
    PersonResolver,
    RoleGrantService,
    RoleGrantResolver,
    JoinCodeService,
    MeResolver,
    SuspensionService,
    SuspensionResolver,
    PersonSuspensionResolver,
    MembershipSuspensionResolver,
  ],
  controllers: [AuditController],
  messages,
});
