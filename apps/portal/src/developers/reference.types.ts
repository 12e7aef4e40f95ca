import type { ApiScope } from '@gongjian/api/schema.types.ts';

/** As the gateway hands the documented graph out. */
export interface ReferenceInput {
  name: string;
  description: string | null;
  type: string;
  required: boolean;
  default: string | null;
}

export interface ReferenceField {
  name: string;
  description: string | null;
  type: string;
  args: ReferenceInput[];
}

export interface ReferenceOperation extends ReferenceField {
  kind: 'query' | 'mutation';
  scopes: (ApiScope | 'ALWAYS')[];
  example: { query: string; variables: Record<string, unknown> };
}

export interface ReferenceType {
  name: string;
  kind: 'object' | 'input' | 'enum' | 'union' | 'scalar';
  description: string | null;
  fields: ReferenceField[];
  inputs: ReferenceInput[];
  values: { name: string; description: string | null }[];
  members: string[];
  usedBy: string[];
}

export interface Reference {
  operations: ReferenceOperation[];
  types: ReferenceType[];
}

/** Whoever types part of a name, or a word of a description, finds it; names first. */
export function found<T extends { name: string; description: string | null }>(all: readonly T[], text: string): readonly T[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return all;
  const rank = ({ name, description }: T) => {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) return 0;
    if (lower.includes(wanted)) return 1;
    return description?.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return all.filter((one) => rank(one) < 3).toSorted((a, b) => rank(a) - rank(b));
}
