import { useId } from 'react';
import { Box, Typography } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { developers } from './developers.messages.ts';
import { Named } from './Named.tsx';
import type { ReferenceOperation, ReferenceType } from './reference.types.ts';

interface Props {
  operations: readonly ReferenceOperation[];
  types: readonly ReferenceType[];
  find: string;
  here: string;
  onShow: () => void;
}

/** All names, in groups: what one can ask, what one can do, what it is made of. */
export function ReferenceList({ operations, types, find, here, onShow }: Props) {
  const t = useMessages(developers);
  const groups = [
    { title: t('queries'), names: operations.filter(({ kind }) => kind === 'query') },
    { title: t('mutations'), names: operations.filter(({ kind }) => kind === 'mutation') },
    { title: t('types'), names: types },
  ];
  return (
    <Box component="nav" aria-label={t('list')} onClick={onShow}>
      {groups.filter(({ names }) => names.length > 0).map(({ title, names }) => <Group key={title} title={title} names={names.map(({ name }) => name)} find={find} here={here} />)}
    </Box>
  );
}

function Group({ title, names, find, here }: { title: string; names: readonly string[]; find: string; here: string }) {
  const id = useId();
  return (
    <Box sx={{ mb: 2 }}>
      <Typography id={id} sx={{ fontSize: 12, color: 'own.faint', px: 1, py: 0.5 }}>{title} {names.length}</Typography>
      <Box component="ul" aria-labelledby={id} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {names.map((name) => (
          <li key={name}>
            <Named name={name} find={find} current={name === here} block />
          </li>
        ))}
      </Box>
    </Box>
  );
}
