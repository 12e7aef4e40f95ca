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

/** Only what is given is changed. */
export type UpdateConsortiumInput = {
  /** One of the languages. */
  defaultLanguage?: string | null | undefined;
  /** At most 70. */
  defaultOpeningHours?: Array<WeeklyHoursInput> | null | undefined;
  languages?: Array<string> | null | undefined;
  /** A picture from POST /files, at most 1 MB; an empty string removes the logo. */
  logoFileId?: string | null | undefined;
  /** 2 to 80 characters. */
  name?: string | null | undefined;
  /** 1 to 12 characters. */
  shortName?: string | null | undefined;
  /** IANA time zone. Instants stay what they are; the clock by which they are shown changes. */
  timeZone?: string | null | undefined;
};

export type WeeklyHoursInput = {
  closes: string;
  opens: string;
  weekday: number;
};

export type ConsortiumSetupFragment = { id: string, name: string, shortName: string, kind: Types.ConsortiumKind, timeZone: string, logoUrl: string | null, settings: { version: number, languages: Array<string>, defaultLanguage: string, viewerCanUpdate: boolean, defaultOpeningHours: Array<{ weekday: number, opens: string, closes: string }> } | null };

export type ConsortiumSetupQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsortiumSetupQuery = { consortium: { id: string, name: string, shortName: string, kind: Types.ConsortiumKind, timeZone: string, logoUrl: string | null, settings: { version: number, languages: Array<string>, defaultLanguage: string, viewerCanUpdate: boolean, defaultOpeningHours: Array<{ weekday: number, opens: string, closes: string }> } | null } | null };

export type ReadHoursQueryVariables = Exact<{
  text: string;
}>;


export type ReadHoursQuery = { openingHours: Array<{ weekday: number, opens: string, closes: string }> };

export type UpdateConsortiumMutationVariables = Exact<{
  version: number;
  input: Types.UpdateConsortiumInput;
}>;


export type UpdateConsortiumMutation = { updateConsortium: { id: string, name: string, shortName: string, kind: Types.ConsortiumKind, timeZone: string, logoUrl: string | null, settings: { version: number, languages: Array<string>, defaultLanguage: string, viewerCanUpdate: boolean, defaultOpeningHours: Array<{ weekday: number, opens: string, closes: string }> } | null } };

export const ConsortiumSetupFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConsortiumSetup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consortium"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"logoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"languages"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLanguage"}},{"kind":"Field","name":{"kind":"Name","value":"defaultOpeningHours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpdate"}}]}}]}}]} as unknown as DocumentNode<ConsortiumSetupFragment, unknown>;
export const ConsortiumSetupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsortiumSetup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consortium"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ConsortiumSetup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConsortiumSetup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consortium"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"logoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"languages"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLanguage"}},{"kind":"Field","name":{"kind":"Name","value":"defaultOpeningHours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpdate"}}]}}]}}]} as unknown as DocumentNode<ConsortiumSetupQuery, ConsortiumSetupQueryVariables>;
export const ReadHoursDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadHours"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openingHours"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}}]}}]}}]} as unknown as DocumentNode<ReadHoursQuery, ReadHoursQueryVariables>;
export const UpdateConsortiumDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateConsortium"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateConsortiumInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateConsortium"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ConsortiumSetup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConsortiumSetup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consortium"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"logoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"languages"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLanguage"}},{"kind":"Field","name":{"kind":"Name","value":"defaultOpeningHours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpdate"}}]}}]}}]} as unknown as DocumentNode<UpdateConsortiumMutation, UpdateConsortiumMutationVariables>;