import { defineSubgraph } from '@gongjian/platform';
import { ApiKey } from './api-key/api-key.entity.ts';
import { apiKeyPermissions } from './api-key/api-key.permissions.ts';
import { ApiKeyResolver } from './api-key/api-key.resolver.ts';
import { apiKeyRound } from './api-key/api-key.round.ts';
import { ApiKeyService } from './api-key/api-key.service.ts';
import { directoryScopes } from './api-key/scopes.ts';
import { Agreement, AgreementComment, AgreementParty, AgreementSignature, Clause, ClauseAcceptance, Grant } from './agreement/agreement.entity.ts';
import { agreementKinds } from './agreement/agreement.kinds.ts';
import { agreementMessages } from './agreement/agreement.messages.ts';
import { agreementPermissions } from './agreement/agreement.permissions.ts';
import { AgreementResolver } from './agreement/agreement.resolver.ts';
import { agreementRound } from './agreement/agreement.round.ts';
import { AgreementController } from './agreement/document/agreement.controller.ts';
import { AgreementService } from './agreement/agreement.service.ts';
import { RoleNarrowing } from './narrowing/narrowing.entity.ts';
import { narrowingPermissions } from './narrowing/narrowing.permissions.ts';
import { NarrowingResolver } from './narrowing/narrowing.resolver.ts';
import { AgreementCommentResolver, AgreementPartyResolver, AgreementSignatureResolver, ClauseResolver } from './agreement/clause.resolver.ts';
import { ClauseService } from './agreement/clause.service.ts';
import { SigningService } from './agreement/signing.service.ts';
import { AuditController } from './audit/audit.controller.ts';
import { AuditChangeRow, AuditEntry } from './audit/audit.entity.ts';
import { auditPermissions } from './audit/audit.permissions.ts';
import { AuditResolver } from './audit/audit.resolver.ts';
import { AuditService } from './audit/audit.service.ts';
import { calendarMessages } from './calendar/calendar.messages.ts';
import { calendarPermissions } from './calendar/calendar.permissions.ts';
import { CalendarDayResolver, HolidayResolver, LessonTimetableResolver, SchoolCalendarResolver } from './calendar/calendar.resolver.ts';
import { CalendarService } from './calendar/calendar.service.ts';
import { HolidayService } from './calendar/holiday.service.ts';
import { HolidayYear } from './calendar/holiday-year.entity.ts';
import { LessonTimetable, SchoolCalendar } from './calendar/school-calendar.entity.ts';
import { Consortium } from './consortium/consortium.entity.ts';
import { consortiumPermissions } from './consortium/consortium.permissions.ts';
import { ConsortiumResolver, ConsortiumSettingsResolver } from './consortium/consortium.resolver.ts';
import { ConsortiumService } from './consortium/consortium.service.ts';
import { Founding } from './consortium/founding.entity.ts';
import { FoundingService } from './consortium/founding.service.ts';
import { SeparationService } from './consortium/separation.service.ts';
import { SettingsService } from './consortium/settings.service.ts';
import { DataKeyService } from './data-protection/data-key.service.ts';
import { dataProtectionPermissions } from './data-protection/data-protection.permissions.ts';
import { DataProtectionMeResolver, DataProtectionResolver } from './data-protection/data-protection.resolver.ts';
import { DataRegisterController } from './data-protection/data-register.controller.ts';
import { DataRegisterService } from './data-protection/data-register.service.ts';
import { directoryData } from './directory.data.ts';
import { identityMessages } from './identity/identity.messages.ts';
import { identityPermissions } from './identity/identity.permissions.ts';
import { IdentityKeeperResolver, IdentityProviderResolver } from './identity/identity.resolver.ts';
import { IdentityService } from './identity/identity.service.ts';
import { IdentityProvider } from './identity/identity-provider.entity.ts';
import { Invitation } from './invitation/invitation.entity.ts';
import { invitationPermissions } from './invitation/invitation.permissions.ts';
import { InvitationResolver } from './invitation/invitation.resolver.ts';
import { InvitationService } from './invitation/invitation.service.ts';
import { InvitationListController } from './invitation-list/invitation-list.controller.ts';
import { InvitationLineResolver, InvitationListResolver } from './invitation-list/invitation-list.resolver.ts';
import { InvitationListService } from './invitation-list/invitation-list.service.ts';
import { messageKinds } from './message/message.kinds.ts';
import { messageMailRound } from './message/message.mail.ts';
import { MessageResolver, MessageSettingsResolver } from './message/message.resolver.ts';
import { MessageService } from './message/message.service.ts';
import { DepartureResolver } from './departure/departure.resolver.ts';
import { DepartureService } from './departure/departure.service.ts';
import { messages } from './messages.ts';
import { migrations } from './migrations/index.ts';
import { Membership } from './organisation/membership.entity.ts';
import { Organisation } from './organisation/organisation.entity.ts';
import { organisationPermissions } from './organisation/organisation.permissions.ts';
import { MembershipResolver, OrganisationResolver } from './organisation/organisation.resolver.ts';
import { OrganisationService } from './organisation/organisation.service.ts';
import { PastMembership } from './organisation/past-membership.entity.ts';
import { OwnDataController } from './own-data/own-data.controller.ts';
import { ownDataMessages } from './own-data/own-data.messages.ts';
import { OwnDataResolver } from './own-data/own-data.resolver.ts';
import { OwnDataService } from './own-data/own-data.service.ts';
import { ConsentDecision } from './privacy/consent.entity.ts';
import { privacyPermissions } from './privacy/privacy.permissions.ts';
import { PrivacyResolver } from './privacy/privacy.resolver.ts';
import { PrivacyService } from './privacy/privacy.service.ts';
import { closingPermissions } from './closing/closing.permissions.ts';
import { ClosingResolver, PersonClosingResolver } from './closing/closing.resolver.ts';
import { closingRound } from './closing/closing.round.ts';
import { ClosingService } from './closing/closing.service.ts';
import { Erasure } from './closing/erasure.entity.ts';
import { Correction } from './correction/correction.entity.ts';
import { correctionPermissions } from './correction/correction.permissions.ts';
import { CorrectionResolver, PersonCorrectionResolver } from './correction/correction.resolver.ts';
import { correctionRound, CorrectionService } from './correction/correction.service.ts';
import { OutboxResolver } from './outbox/outbox.resolver.ts';
import { OutboxService } from './outbox/outbox.service.ts';
import { JoinCodeService } from './person/join-code.service.ts';
import { MeResolver } from './person/me.resolver.ts';
import { Person } from './person/person.entity.ts';
import { personPermissions } from './person/person.permissions.ts';
import { PersonResolver, RoleGrantResolver } from './person/person.resolver.ts';
import { PersonService } from './person/person.service.ts';
import { RoleGrant } from './person/role-grant.entity.ts';
import { RoleGrantService } from './person/role-grant.service.ts';
import { Registration, SelfRegistration } from './registration/registration.entity.ts';
import { registrationPermissions } from './registration/registration.permissions.ts';
import { RegistrationKeeperResolver, RegistrationResolver, SelfRegistrationResolver } from './registration/registration.resolver.ts';
import { registrationRound } from './registration/registration.round.ts';
import { RegistrationService } from './registration/registration.service.ts';
import { SearchResolver } from './search/search.resolver.ts';
import { SearchService } from './search/search.service.ts';
import { Suspension } from './suspension/suspension.entity.ts';
import { suspensionPermissions } from './suspension/suspension.permissions.ts';
import { MembershipSuspensionResolver, PersonSuspensionResolver, SuspensionResolver } from './suspension/suspension.resolver.ts';
import { SuspensionService } from './suspension/suspension.service.ts';
import { DeliveryService } from './webhook/delivery.service.ts';
import { directoryNews } from './webhook/news.ts';
import { WebhookDeliveryResolver, WebhookResolver } from './webhook/webhook.resolver.ts';
import { deliveryRound } from './webhook/webhook.sender.ts';
import { WebhookService } from './webhook/webhook.service.ts';

export { warnOfEndingAgreements } from './agreement/agreement.round.ts';
export { develops } from './api-key/api-key.permissions.ts';
export { warnOfEndingKeys } from './api-key/api-key.round.ts';
export { hashPassword, isStrongPassword, verifyPassword } from './person/password.ts';
export type { OrganisationKind } from './organisation/organisation.entity.ts';
export { type PasswordOwner, type PasswordProblem, passwordProblem } from './person/password.rules.ts';
export { SEALED_FOR as IDENTITY_SEALED_FOR } from './identity/identity.service.ts';
export { addressText } from './invitation/invitation.queries.ts';
export { grantsRoles } from './person/person.permissions.ts';
export { registrationPlace } from './registration/registration.entity.ts';
export { LINK_HOURS, knownUntil, NOTE_LENGTH, NOTICE_VERSION, roleName, rolesOfKind, waitsUntil } from './registration/registration.rules.ts';
export { nameKeys } from './search.ts';

/** Consortia, organisations, memberships, people and their roles. */
export const directory = defineSubgraph({
  name: 'directory',
  url: import.meta.url,
  entities: [ApiKey, AuditChangeRow, AuditEntry, Consortium, Founding, Organisation, Membership, PastMembership, Person, RoleGrant, Suspension, Invitation, HolidayYear, SchoolCalendar, LessonTimetable, IdentityProvider, ConsentDecision, Erasure, Correction, SelfRegistration, Registration, Agreement, AgreementParty, Clause, ClauseAcceptance, AgreementComment, AgreementSignature, Grant, RoleNarrowing],
  migrations,
  data: directoryData,
  permissions: [apiKeyPermissions, auditPermissions, consortiumPermissions, dataProtectionPermissions, organisationPermissions, personPermissions, suspensionPermissions, invitationPermissions, calendarPermissions, identityPermissions, privacyPermissions, closingPermissions, correctionPermissions, registrationPermissions, agreementPermissions, narrowingPermissions],
  scopes: directoryScopes,
  providers: [
    ApiKeyResolver,
    ApiKeyService,
    AuditResolver,
    DataKeyService,
    DataProtectionMeResolver,
    DataProtectionResolver,
    DataRegisterService,
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
    InvitationService,
    InvitationResolver,
    InvitationListService,
    InvitationListResolver,
    InvitationLineResolver,
    MeResolver,
    OutboxService,
    OutboxResolver,
    MessageService,
    MessageResolver,
    MessageSettingsResolver,
    SearchService,
    SearchResolver,
    SuspensionService,
    SuspensionResolver,
    PersonSuspensionResolver,
    MembershipSuspensionResolver,
    SettingsService,
    ConsortiumSettingsResolver,
    CalendarService,
    HolidayService,
    CalendarDayResolver,
    SchoolCalendarResolver,
    LessonTimetableResolver,
    HolidayResolver,
    DepartureService,
    DepartureResolver,
    OwnDataService,
    OwnDataResolver,
    IdentityService,
    IdentityProviderResolver,
    IdentityKeeperResolver,
    WebhookService,
    WebhookResolver,
    DeliveryService,
    WebhookDeliveryResolver,
    PrivacyService,
    PrivacyResolver,
    CorrectionService,
    CorrectionResolver,
    PersonCorrectionResolver,
    ClosingService,
    ClosingResolver,
    PersonClosingResolver,
    RegistrationService,
    SelfRegistrationResolver,
    RegistrationResolver,
    RegistrationKeeperResolver,
    AgreementService,
    AgreementResolver,
    AgreementPartyResolver,
    AgreementCommentResolver,
    AgreementSignatureResolver,
    NarrowingResolver,
    ClauseService,
    ClauseResolver,
    SigningService,
  ],
  controllers: [AgreementController, AuditController, DataRegisterController, OwnDataController, InvitationListController],
  kinds: { ...messageKinds, ...agreementKinds },
  news: directoryNews,
  rounds: [apiKeyRound, deliveryRound, messageMailRound, closingRound, correctionRound, registrationRound, agreementRound],
  messages: { 'zh-CN': { ...messages['zh-CN'], ...calendarMessages['zh-CN'], ...ownDataMessages['zh-CN'], ...identityMessages['zh-CN'], ...agreementMessages['zh-CN'] }, en: { ...messages.en, ...calendarMessages.en, ...ownDataMessages.en, ...identityMessages.en, ...agreementMessages.en } },
});
