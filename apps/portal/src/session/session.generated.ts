/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '@gongjian/api/schema.types.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The four kinds of tenant (rules.md section 9). */
export type ConsortiumKind =
  /** 行业产教融合共同体 */
  | 'INDUSTRY_COMMUNITY'
  /** 市域产教联合体 */
  | 'MUNICIPAL_CONSORTIUM'
  /** 园区产教融合实践中心 */
  | 'PRACTICE_CENTRE'
  /** 市级职业教育培训中心 */
  | 'TRAINING_CENTRE';

export type Role =
  /** 审计员: reads everything, changes nothing */
  | 'AUDITOR'
  /** 审计管理员: reads the audit log, nothing else */
  | 'AUDIT_ADMINISTRATOR'
  /** 协调员: schedules classes and internships for one organisation */
  | 'COORDINATOR'
  /** 理事会成员 */
  | 'COUNCIL_MEMBER'
  /** 企业工程师 */
  | 'ENGINEER'
  /** 单位管理员: answers for one organisation */
  | 'ORGANISATION_ADMINISTRATOR'
  /** 园区管理员: coordinates all resources of the park */
  | 'PARK_ADMINISTRATOR'
  /** 平台运营: founds consortia; sees no consortium's content */
  | 'PLATFORM_OPERATOR'
  /** 设备管理员: keeps one organisation's resources */
  | 'RESOURCE_KEEPER'
  /** 秘书处秘书: runs the consortium's office */
  | 'SECRETARY'
  /** 安全管理员: roles, policy of security and keys */
  | 'SECURITY_ADMINISTRATOR'
  /** 学生 */
  | 'STUDENT'
  /** 系统管理员: accounts, members and settings, where administration is separated (三员分立) */
  | 'SYSTEM_ADMINISTRATOR'
  /** 教师 */
  | 'TEACHER';

export type SeatConsortiumFragment = { id: string, name: string, shortName: string, kind: Types.ConsortiumKind, timeZone: string };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { roles: Array<Types.Role>, viewerKeepsIdentityProviders: boolean, viewerCanCreateConsortium: boolean, viewerCanAddMember: boolean, viewerCanManagePeople: boolean, viewerCanAddAccount: boolean, viewerCanAddPerson: boolean, viewerCanInvite: boolean, viewerKeepsRegistrations: boolean, viewerCanGrant: boolean, viewerCanSuspend: boolean, viewerGrantsForAll: boolean, viewerGrantableRoles: Array<Types.Role>, viewerSharesContent: boolean, viewerReadsAudit: boolean, viewerDevelops: boolean, viewerCanCreateApiKey: boolean, viewerReadsDataRegister: boolean, person: { id: string, name: string }, consortium: { separated: boolean, viewerCanSeparate: boolean, logoUrl: string | null, id: string, name: string, shortName: string, kind: Types.ConsortiumKind, timeZone: string, settings: { version: number, languages: Array<string>, defaultLanguage: string, viewerCanUpdate: boolean } | null } | null, organisation: { id: string, name: string, shortName: string } | null, seats: Array<{ roles: Array<Types.Role>, consortium: { id: string, name: string, shortName: string, kind: Types.ConsortiumKind, timeZone: string }, organisation: { id: string, name: string, shortName: string } }> } };

export type AccessQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessQuery = { schedulingAccess: { canBook: boolean, canImport: boolean, canCreateResource: boolean, canApprove: boolean, canBlock: boolean, canSeeAllBookings: boolean, canExport: boolean, canSeeSharedData: boolean, bookForOrganisationIds: Array<string> | null, importForOrganisationIds: Array<string> | null } };

export const SeatConsortiumFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SeatConsortium"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consortium"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]} as unknown as DocumentNode<SeatConsortiumFragment, unknown>;
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"consortium"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SeatConsortium"}},{"kind":"Field","name":{"kind":"Name","value":"separated"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanSeparate"}},{"kind":"Field","name":{"kind":"Name","value":"logoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"languages"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLanguage"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpdate"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"viewerKeepsIdentityProviders"}},{"kind":"Field","name":{"kind":"Name","value":"seats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consortium"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SeatConsortium"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanCreateConsortium"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAddMember"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanManagePeople"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAddAccount"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAddPerson"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanInvite"}},{"kind":"Field","name":{"kind":"Name","value":"viewerKeepsRegistrations"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanGrant"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanSuspend"}},{"kind":"Field","name":{"kind":"Name","value":"viewerGrantsForAll"}},{"kind":"Field","name":{"kind":"Name","value":"viewerGrantableRoles"}},{"kind":"Field","name":{"kind":"Name","value":"viewerSharesContent"}},{"kind":"Field","name":{"kind":"Name","value":"viewerReadsAudit"}},{"kind":"Field","name":{"kind":"Name","value":"viewerDevelops"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanCreateApiKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerReadsDataRegister"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SeatConsortium"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consortium"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const AccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schedulingAccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canBook"}},{"kind":"Field","name":{"kind":"Name","value":"canImport"}},{"kind":"Field","name":{"kind":"Name","value":"canCreateResource"}},{"kind":"Field","name":{"kind":"Name","value":"canApprove"}},{"kind":"Field","name":{"kind":"Name","value":"canBlock"}},{"kind":"Field","name":{"kind":"Name","value":"canSeeAllBookings"}},{"kind":"Field","name":{"kind":"Name","value":"canExport"}},{"kind":"Field","name":{"kind":"Name","value":"canSeeSharedData"}},{"kind":"Field","name":{"kind":"Name","value":"bookForOrganisationIds"}},{"kind":"Field","name":{"kind":"Name","value":"importForOrganisationIds"}}]}}]}}]} as unknown as DocumentNode<AccessQuery, AccessQueryVariables>;