import { Box, Typography } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { developers } from './developers.messages.ts';
import { Named } from './Named.tsx';
import type { ReferenceType } from './reference.types.ts';
import { FieldRows, InputRows, Part, ValueRows } from './Rows.tsx';

/** A type: what is in it, and what leads to it. */
export function TypeView({ type, find }: { type: ReferenceType; find: string }) {
  const t = useMessages(developers);
  const { name, kind, description, fields, inputs, values, members, usedBy } = type;
  const links = (names: readonly string[]) => <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>{names.map((each) => <Named key={each} name={each} find={find} />)}</Box>;
  return (
    <Box component="article" aria-label={name}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
        <Typography variant="h2" sx={{ fontSize: 18, fontFamily: 'ui-monospace, Menlo, Consolas, monospace', overflowWrap: 'anywhere' }}>{name}</Typography>
        <Typography component="span" sx={{ fontSize: 12, color: 'own.faint' }}>{t(`typeKind.${kind}`)}</Typography>
      </Box>
      <Typography variant="body2" sx={{ mt: 0.5, color: description ? 'text.primary' : 'own.faint' }}>{description ?? t('noDescription')}</Typography>
      {fields.length > 0 && <Part title={t('fields')}><FieldRows fields={fields} find={find} /></Part>}
      {inputs.length > 0 && <Part title={t('fields')}><InputRows inputs={inputs} find={find} /></Part>}
      {values.length > 0 && <Part title={t('values')}><ValueRows values={values} /></Part>}
      {members.length > 0 && <Part title={t('members')}>{links(members)}</Part>}
      {usedBy.length > 0 && <Part title={t('usedBy')}>{links(usedBy)}</Part>}
    </Box>
  );
}
