import { globSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { Kind, parse, print, visit } from 'graphql';

// The public schema is what composition makes of the subgraphs: stub types joined,
// federation's own directives gone. The SDL files are enough to know it; no server has to run.
const files = globSync(['libs/platform/src/**/*.graphql', 'services/*/src/**/*.graphql']).sort();
const federation = new Set(['key', 'shareable', 'link', 'external', 'requires', 'provides', 'extends']);

const definitions = files.map((file) =>
  visit(parse(readFileSync(file, 'utf8')), {
    SchemaExtension: () => null,
    Directive: (node) => (federation.has(node.name.value) ? null : undefined),
    ObjectTypeExtension: (node) => ({ ...node, kind: Kind.OBJECT_TYPE_DEFINITION }),
    InterfaceTypeExtension: (node) => ({ ...node, kind: Kind.INTERFACE_TYPE_DEFINITION }),
  }),
);

const config: CodegenConfig = {
  schema: print(mergeTypeDefs(definitions)),
  documents: ['apps/portal/src/**/*.graphql'],
  generates: {
    'libs/api/src/schema.types.ts': {
      plugins: ['typescript'],
      config: {
        onlyOperationTypes: false,
        enumsAsConst: false,
        enumType: 'string-literal',
        enumsAsTypes: true,
        skipTypename: true,
        useTypeImports: true,
        avoidOptionals: { field: true, inputValue: false },
        scalars: { DateTime: 'string', Date: 'string', JSON: 'unknown', ID: 'string' },
      },
    },
    'apps/portal/src/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts', baseTypesPath: '~@gongjian/api/schema.types.ts' },
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        enumType: 'string-literal',
        useTypeImports: true,
        skipTypename: false,
        nonOptionalTypename: false,
        dedupeFragments: true,
        scalars: { DateTime: 'string', Date: 'string', JSON: 'unknown', ID: 'string' },
      },
    },
  },
};

export default config;
