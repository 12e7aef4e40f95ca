/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '@gongjian/api/schema.types.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type BookingState =
  /** 已取消 */
  | 'CANCELLED'
  /** 已确认 */
  | 'CONFIRMED'
  /** 已过期: nobody answered in time, the slots are free again */
  | 'EXPIRED'
  /** 待审批: holds its slots until each owner has answered or the hold ends */
  | 'PENDING'
  /** 已驳回 */
  | 'REJECTED';

export type OrganisationKind =
  /** 行业协会 */
  | 'ASSOCIATION'
  /** 企业 */
  | 'ENTERPRISE'
  /** 政府部门 */
  | 'GOVERNMENT'
  /** 科研院所 */
  | 'INSTITUTE'
  /** 园区 */
  | 'PARK'
  /** 职业学校 */
  | 'SCHOOL';

/** What of an organisation a search was found in. */
export type OrganisationMatch =
  | 'NAME'
  /** 统一社会信用代码 */
  | 'USCC';

export type ResourceKind =
  /** 企业工程师 */
  | 'ENGINEER'
  /** 设备 */
  | 'EQUIPMENT'
  /** 教师 */
  | 'TEACHER'
  /** 场地 */
  | 'VENUE';

export type ResourceState =
  /** 闲置 */
  | 'IDLE'
  /** 在用 */
  | 'IN_USE'
  /** 外借 */
  | 'LENT_OUT'
  /** 报废 */
  | 'SCRAPPED'
  /** 待报废 */
  | 'TO_BE_SCRAPPED'
  /** 维修 */
  | 'UNDER_REPAIR'
  /** 已撤出: its owner took it along when it left the consortium */
  | 'WITHDRAWN';

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

/** What of a record a search was found in; RECORD when the words are in several parts of it. */
export type SearchMatch =
  /** 资产编号, 房间号, 工号 */
  | 'CODE'
  | 'KEEPER'
  /** 规格型号 */
  | 'MODEL'
  | 'NAME'
  /** The organisation for which a booking is. */
  | 'ORGANISATION'
  | 'PLACE'
  | 'RECORD'
  /** A resource of a booking. */
  | 'RESOURCE';

export type SearchEverywhereQueryVariables = Exact<{
  text: string;
  content: boolean;
}>;


export type SearchEverywhereQuery = { resources?: Array<{ matchedBy: Types.SearchMatch, resource: { id: string, name: string, kind: Types.ResourceKind, code: string | null, model: string | null, place: string | null, keeper: string | null, state: Types.ResourceState, owner: { id: string, shortName: string } } }>, bookings?: Array<{ matchedBy: Types.SearchMatch, matchedResource: { id: string, name: string } | null, booking: { id: string, title: string, state: Types.BookingState, startsAt: string, endsAt: string, organisation: { id: string, shortName: string } } }>, people: Array<{ id: string, name: string, roleGrants: Array<{ id: string, role: Types.Role, organisation: { id: string, shortName: string } }> }>, organisations: Array<{ matchedBy: Types.OrganisationMatch, organisation: { id: string, name: string, shortName: string, kind: Types.OrganisationKind, uscc: string } }> };


export const SearchEverywhereDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchEverywhere"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"content"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"resources"},"name":{"kind":"Name","value":"searchResources"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"content"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"keeper"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"bookings"},"name":{"kind":"Name","value":"searchBookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"content"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"matchedResource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"people"},"name":{"kind":"Name","value":"searchPeople"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"roleGrants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"organisations"},"name":{"kind":"Name","value":"searchOrganisations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"uscc"}}]}}]}}]}}]} as unknown as DocumentNode<SearchEverywhereQuery, SearchEverywhereQueryVariables>;