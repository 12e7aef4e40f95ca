import { useState } from 'react';
import { Box, Typography } from '@mui/material';
import type { InvitationLineState } from '@gongjian/api/schema.types.ts';
import { DataTable, EmptyState, StatusChip } from '@gongjian/ui';
import type { Column, StatusTone } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import type { InviteListPartsFragment } from './inviteList.generated.ts';
import { inviteList } from './inviteList.messages.ts';

type Line = InviteListPartsFragment['lines'][number];

const AT_ONCE = 100;
const TONES: Record<InvitationLineState, StatusTone> = { NEW: 'success', INVITED: 'draft', BAD: 'danger' };

/** The lines of a list, a hundred at a time. */
export function InviteListLines({ lines }: { lines: readonly Line[] }) {
  const t = useMessages(inviteList);
  const words = useMessages(common);
  const [most, setMost] = useState(AT_ONCE);
  const small = (text: string) => <Typography component="span" variant="caption" sx={{ display: 'block', color: 'own.faint', overflowWrap: 'anywhere' }}>{text}</Typography>;
  const columns: Column<Line>[] = [
    { key: 'person', header: t('person'), width: '32%', cell: ({ name, email }) => <>{name || '—'}{small(email)}</> },
    { key: 'number', header: t('row'), width: 70, cell: ({ number }) => number },
    { key: 'roles', header: t('roles'), cell: ({ organisation, roles }) => <>{organisation || '—'}{small(roles.map((role) => words(`role.${role}`)).join(' · '))}</> },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state, problems }) => (
        <>
          <StatusChip tone={TONES[state]}>{t(`state.${state}`)}</StatusChip>
          {problems.map(({ field, message }) => <Box key={`${field}${message}`} sx={{ fontSize: 13, color: 'error.main', overflowWrap: 'anywhere' }}>{field ? t('problem', { field: t(`field.${field}`), message }) : message}</Box>)}
        </>
      ),
    },
  ];
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={lines.slice(0, most)}
      rowKey={({ number }) => String(number)}
      empty={<EmptyState title={t('empty')} />}
      totalCount={lines.length}
      hasMore={lines.length > most}
      onLoadMore={() => setMost((before) => before + AT_ONCE)}
    />
  );
}
