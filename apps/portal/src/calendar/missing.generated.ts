/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '@gongjian/api/schema.types.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type MissingHolidayYearsQueryVariables = Exact<{ [key: string]: never; }>;


export type MissingHolidayYearsQuery = { missingHolidayYears: Array<number> };


export const MissingHolidayYearsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MissingHolidayYears"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingHolidayYears"}}]}}]} as unknown as DocumentNode<MissingHolidayYearsQuery, MissingHolidayYearsQueryVariables>;