/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '@gongjian/api/schema.types.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type MembershipKind =
  /** 理事单位 */
  | 'COUNCIL_MEMBER'
  /** 牵头单位 */
  | 'LEAD'
  /** 成员单位 */
  | 'MEMBER';

export type OrganisationFilter = {
  /** Those that have left. */
  former?: boolean | null | undefined;
  kind?: OrganisationKind | null | undefined;
  membershipKind?: MembershipKind | null | undefined;
  /** Part of the name, the pinyin, its initials, or the 统一社会信用代码. */
  search?: string | null | undefined;
};

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

export type OrganisationChoicesQueryVariables = Exact<{
  filter?: Types.OrganisationFilter | null | undefined;
}>;


export type OrganisationChoicesQuery = { organisations: { totalCount: number, nodes: Array<{ id: string, name: string, shortName: string, kind: Types.OrganisationKind }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };


export const OrganisationChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganisationChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganisationFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<OrganisationChoicesQuery, OrganisationChoicesQueryVariables>;