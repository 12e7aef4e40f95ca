/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '@gongjian/api/schema.types.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How much a leak of it would harm (数据安全法 §21; PIPL §4, §28). */
export type DataClass =
  /** 内部: what a consortium does, about nobody */
  | 'INTERNAL'
  /** 无: keys, times, versions */
  | 'NONE'
  /** 个人信息 */
  | 'PERSONAL'
  /** 鉴别数据: shown to nobody */
  | 'SECRET'
  /** 敏感个人信息 */
  | 'SENSITIVE';

export type DataKeyState =
  | 'ACTIVE'
  | 'DESTROYED'
  /** What it has sealed is being sealed anew. */
  | 'RETIRING';

export type DataKeysPartsFragment = { rotating: boolean, todo: number, done: number, viewerCanRotate: boolean, active: { number: number, createdAt: string } | null, history: Array<{ number: number, state: Types.DataKeyState, createdAt: string, destroyedAt: string | null }> };

export type DataProtectionQueryVariables = Exact<{ [key: string]: never; }>;


export type DataProtectionQuery = { dataRegister: Array<{ name: string, record: string, class: Types.DataClass, kind: string | null, purpose: string, basis: string | null, whose: string | null, kept: string, source: string, protection: string, shown: string | null }>, dataOverdue: Array<{ record: string, table: string, rows: number, oldestAt: string, kept: string }> };

export type DataKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type DataKeysQuery = { dataKeys: { rotating: boolean, todo: number, done: number, viewerCanRotate: boolean, active: { number: number, createdAt: string } | null, history: Array<{ number: number, state: Types.DataKeyState, createdAt: string, destroyedAt: string | null }> } | null };

export type RotateDataKeyMutationVariables = Exact<{ [key: string]: never; }>;


export type RotateDataKeyMutation = { rotateDataKey: { rotating: boolean, todo: number, done: number, viewerCanRotate: boolean, active: { number: number, createdAt: string } | null, history: Array<{ number: number, state: Types.DataKeyState, createdAt: string, destroyedAt: string | null }> } };

export const DataKeysPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DataKeysParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataKeys"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"destroyedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rotating"}},{"kind":"Field","name":{"kind":"Name","value":"todo"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRotate"}}]}}]} as unknown as DocumentNode<DataKeysPartsFragment, unknown>;
export const DataProtectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DataProtection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataRegister"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"record"}},{"kind":"Field","name":{"kind":"Name","value":"class"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"whose"}},{"kind":"Field","name":{"kind":"Name","value":"kept"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"shown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dataOverdue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"}},{"kind":"Field","name":{"kind":"Name","value":"table"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"oldestAt"}},{"kind":"Field","name":{"kind":"Name","value":"kept"}}]}}]}}]} as unknown as DocumentNode<DataProtectionQuery, DataProtectionQueryVariables>;
export const DataKeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DataKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DataKeysParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DataKeysParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataKeys"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"destroyedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rotating"}},{"kind":"Field","name":{"kind":"Name","value":"todo"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRotate"}}]}}]} as unknown as DocumentNode<DataKeysQuery, DataKeysQueryVariables>;
export const RotateDataKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateDataKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateDataKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DataKeysParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DataKeysParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataKeys"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"destroyedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rotating"}},{"kind":"Field","name":{"kind":"Name","value":"todo"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRotate"}}]}}]} as unknown as DocumentNode<RotateDataKeyMutation, RotateDataKeyMutationVariables>;