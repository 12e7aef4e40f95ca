import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { Alert, Box, Button } from '@mui/material';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { type Column, DataTable, EmptyState, FilterBar, FilterSelect, PageHeader, SearchInput, StatusChip, useFormat } from '@gongjian/ui';
import { OnPaper, PaperStyles } from '../audit/Printed.tsx';
import { common, useLanguage, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { DataProtectionDocument, type DataProtectionQuery } from './data-protection.generated.ts';
import { dataProtection } from './data-protection.messages.ts';
import { KeyCard } from './KeyCard.tsx';

type Row = DataProtectionQuery['dataRegister'][number];
const CLASSES = ['PERSONAL', 'SENSITIVE', 'SECRET', 'INTERNAL', 'NONE'] as const;
const OF_PEOPLE: readonly string[] = ['PERSONAL', 'SENSITIVE', 'SECRET'];
const ALL = 'ALL';
const TONES = { SENSITIVE: 'danger', SECRET: 'maintenance', PERSONAL: 'pending', INTERNAL: 'draft', NONE: 'draft' } as const;

/** 个人信息处理清单: what is kept of whom, why, how long and how it is protected; and the consortium's key. */
export default function DataProtectionPage() {
  const t = useMessages(dataProtection);
  const c = useMessages(common);
  const format = useFormat();
  const language = useLanguage();
  const { me } = useSession();
  const [filter, set, clear, active] = useUrlState({ search: '', class: '', purpose: '' });
  const allowed = me.viewerReadsDataRegister;
  const { data, error, refetch } = useQuery(DataProtectionDocument, { skip: !allowed, fetchPolicy: 'cache-and-network' });
  const [printedAt, setPrintedAt] = useState(() => new Date());
  const print = () => {
    flushSync(() => setPrintedAt(new Date()));
    window.print();
  };
  const columns = useColumns();
  const rows = useMemo(() => data?.dataRegister.filter((row) => fits(row, filter)), [data, filter]);
  const purposes = useMemo(() => [...new Set(data?.dataRegister.map(({ purpose }) => purpose))].map((purpose) => ({ value: purpose, label: purpose })), [data]);

  if (!allowed) return <EmptyState title={t('noRight')} action={<Button href="/">{t('goHome')}</Button>}>{t('noRightHelp')}</EmptyState>;
  return (
    <>
      <PaperStyles />
      <Box data-screen-only>
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <>
              <Button href="/minor-access">{t('minors')}</Button>
              <Button startIcon={<PrintIcon />} onClick={print}>{t('print')}</Button>
              <Button startIcon={<DownloadIcon />} href={`/data-protection/register.xlsx?language=${language}${filter.class === ALL ? '' : '&personal=true'}`} download>{t('export')}</Button>
            </>
          }
        />
        {data?.dataOverdue.map((row) => (
          <Alert key={`${row.table} ${row.kept}`} severity="warning" sx={{ mb: 1.5 }}>{t('overdue', { record: row.record, rows: row.rows, oldest: format.date(row.oldestAt), kept: row.kept })}</Alert>
        ))}
        <Box sx={{ mb: 2 }}><KeyCard /></Box>
      </Box>
      <OnPaper>
        <Box sx={{ textAlign: 'center', fontSize: '16pt', fontWeight: 600, mb: 1 }}>{t('printedTitle', { consortium: me.consortium?.name ?? c('product') })}</Box>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: '9pt', mb: 1 }}>
          <span>{t('count', { count: rows?.length ?? 0 })}</span>
          <span>{t('printedAt', { when: format.dateTime(printedAt), name: me.person.name })}</span>
        </Box>
      </OnPaper>
      <FilterBar active={active} onClear={clear}>
        <SearchInput value={filter.search} onChange={(search) => set({ search })} placeholder={t('search')} />
        <FilterSelect label={t('filter.class')} value={filter.class} onChange={(value) => set({ class: value })} width={190} options={[{ value: ALL, label: t('everything') }, ...CLASSES.map((value) => ({ value, label: t(`class.${value}`) }))]} />
        <FilterSelect label={t('filter.purpose')} value={filter.purpose} onChange={(purpose) => set({ purpose })} width={220} options={purposes} />
      </FilterBar>
      <DataTable
        label={t('list')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.name}
        rowName={(row) => row.name}
        error={error && !data ? errorText(error) : undefined}
        onRetry={() => void refetch()}
        totalCount={rows?.length}
        empty={<EmptyState title={t('noMatch')} action={<Button onClick={clear}>{c('clearFilters')}</Button>}>{t('noMatchHelp')}</EmptyState>}
      />
      <OnPaper><Box sx={{ mt: 4, textAlign: 'right', fontSize: '10pt' }}>{t('printedSign')}</Box></OnPaper>
    </>
  );
}

/** While no class is chosen, what is about people: that is what the page is for. */
function fits(row: Row, { search, class: wanted, purpose }: { search: string; class: string; purpose: string }): boolean {
  if (wanted === '' ? !OF_PEOPLE.includes(row.class) : wanted !== ALL && row.class !== wanted) return false;
  if (purpose && row.purpose !== purpose) return false;
  const text = Object.values(row).join('\n').toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function useColumns(): Column<Row>[] {
  const t = useMessages(dataProtection);
  return [
    { key: 'record', header: t('column.record'), cell: (row) => <Two first={row.record} second={row.name} /> },
    { key: 'class', header: t('column.class'), width: 150, cell: (row) => <Two first={<StatusChip tone={TONES[row.class]}>{t(`class.${row.class}`)}</StatusChip>} second={row.kind} /> },
    { key: 'purpose', header: t('column.purpose'), cell: (row) => <Two first={row.purpose} second={row.basis} /> },
    { key: 'whose', header: t('column.whose'), wideOnly: true, cell: (row) => row.whose ?? '—' },
    { key: 'kept', header: t('column.kept'), cell: (row) => <Two first={row.kept} second={row.source} /> },
    { key: 'protection', header: t('column.protection'), cell: (row) => <Two first={row.protection} second={row.shown} /> },
  ];
}

function Two({ first, second }: { first: React.ReactNode; second: string | null | undefined }) {
  return (
    <Box sx={{ whiteSpace: 'normal', py: 0.5 }}>
      <div>{first}</div>
      {second && <Box sx={{ fontSize: 12, color: 'own.faint', overflowWrap: 'anywhere' }}>{second}</Box>}
    </Box>
  );
}
