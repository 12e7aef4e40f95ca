import { Alert, Box, Typography } from '@mui/material';
import { StatusChip } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Code } from './Code.tsx';
import { developers } from './developers.messages.ts';
import { TypeText } from './Named.tsx';
import type { ReferenceOperation } from './reference.types.ts';
import { InputRows, Part } from './Rows.tsx';
import { graphAddress } from './scopes.ts';

/** An operation: what it does, who may, and an example that works once the ids are one's own. */
export function OperationView({ operation, find }: { operation: ReferenceOperation; find: string }) {
  const t = useMessages(developers);
  const { name, kind, description, scopes, args, type, example } = operation;
  const variables = JSON.stringify(example.variables, null, 2);
  const hasVariables = Object.keys(example.variables).length > 0;
  return (
    <Box component="article" aria-label={name}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
        <Typography variant="h2" sx={{ fontSize: 18, fontFamily: 'ui-monospace, Menlo, Consolas, monospace', overflowWrap: 'anywhere' }}>{name}</Typography>
        <Typography component="span" sx={{ fontSize: 12, color: 'own.faint' }}>{t(`kind.${kind}`)}</Typography>
      </Box>
      <Typography variant="body2" sx={{ mt: 0.5, color: description ? 'text.primary' : 'own.faint' }}>{description ?? t('noDescription')}</Typography>
      <Box sx={{ mt: 1.5 }}>
        {scopes.length > 0
          ? <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', fontSize: 13 }}>{t(scopes.length > 1 ? 'needsOne' : 'needs')}{scopes.map((scope) => <StatusChip key={scope} tone="confirmed">{t(`scope.${scope}`)}</StatusChip>)}</Box>
          : <Alert severity="info">{t('peopleOnly')}</Alert>}
      </Box>
      {args.length > 0 && <Part title={t('arguments')}><InputRows inputs={args} find={find} /></Part>}
      <Part title={t('answer')}><TypeText type={type} find={find} /></Part>
      <Part title={t('example')}>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Code label="GraphQL">{example.query}</Code>
          {hasVariables && <Code label={t('variables')}>{variables}</Code>}
          {scopes.length > 0 && <Code label={t('curl')}>{curlOf(example)}</Code>}
        </Box>
      </Part>
    </Box>
  );
}

/** For a shell: the body in single quotes, those inside closed and opened again. */
function curlOf({ query, variables }: ReferenceOperation['example']): string {
  const body = JSON.stringify({ query: query.replace(/\s+/g, ' ').trim(), ...(Object.keys(variables).length > 0 && { variables }) });
  return [`curl ${graphAddress()}`, `  -H 'Authorization: Bearer gj_…'`, `  -H 'Content-Type: application/json'`, `  -d '${body.replaceAll("'", String.raw`'\''`)}'`].join(' \\\n');
}
