import { useQuery } from '@apollo/client/react';
import { Box, Button, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { errorText } from '@gongjian/api';
import type { ImportRowState } from '@gongjian/api/schema.types.ts';
import { EmptyState, ErrorState, SkeletonLines, useUiTexts } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { imports } from './imports.messages.ts';
import { ImportRowsDocument } from './imports.generated.ts';
import type { ImportPartsFragment } from './imports.generated.ts';
import { RowCards } from './RowCards.tsx';
import { RowTable } from './RowTable.tsx';

const PAGE = 50;

/** The rows of one outcome. They change only when the file is read again, so they need no live line. */
export function PreviewRows({ found, state }: { found: ImportPartsFragment; state: ImportRowState }) {
  const t = useMessages(imports);
  const texts = useUiTexts();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const { data, error, loading, fetchMore, refetch } = useQuery(ImportRowsDocument, {
    variables: { id: found.id, state, first: PAGE },
    context: { live: false },
    notifyOnNetworkStatusChange: true,
  });
  const rows = data?.import?.rows;

  if (error && !rows) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!rows) return <SkeletonLines lines={10} height={36} />;
  if (rows.nodes.length === 0) return <EmptyState dense title={t(`empty.${state}`)} />;

  return (
    <>
      {narrow ? <RowCards columns={found.columns} rows={rows.nodes} /> : <RowTable columns={found.columns} rows={rows.nodes} />}
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, pt: 1, minHeight: 40, fontSize: 13, color: 'own.faint' }}>
        <span>{texts.rows(rows.nodes.length, rows.totalCount)}</span>
        {rows.pageInfo.hasNextPage && (
          <Button loading={loading} onClick={() => void fetchMore({ variables: { after: rows.pageInfo.endCursor } })}>{texts.loadMore}</Button>
        )}
      </Box>
    </>
  );
}
