import { Box, MenuItem, TextField } from '@mui/material';
import { DataTable } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { imports } from './imports.messages.ts';
import type { ImportFieldsQuery, ImportPartsFragment } from './imports.generated.ts';
import type { Fields } from './useMapping.ts';

type FileColumn = ImportPartsFragment['columns'][number];

interface Props {
  columns: readonly FileColumn[];
  offered: ImportFieldsQuery['importFields'];
  fieldOf: (index: number) => string | null;
  /** What a person has chosen since the page was opened. */
  own: Fields;
  onChoose: (index: number, field: string | null) => void;
}

const SURE = 0.85;
const LIKELY = 0.6;

/** 0 -> A, 26 -> AA: the letter that a spreadsheet shows above the column. */
export function letter(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? letter(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

export function ColumnTable({ columns, offered, fieldOf, own, onChoose }: Props) {
  const t = useMessages(imports);
  const headingOf = (column: FileColumn) => column.heading || t('noHeading');
  const sure = (column: FileColumn) => {
    if (column.index in own) return t('sure.own');
    if (column.field === null) return t('sure.none');
    if (column.confidence >= SURE) return t('sure.high');
    return column.confidence >= LIKELY ? t('sure.middle') : t('sure.low');
  };
  const doubtful = (column: FileColumn) => !(column.index in own) && column.field !== null && column.confidence < LIKELY;

  const cells: Column<FileColumn>[] = [
    {
      key: 'heading',
      header: t('columnHeading'),
      cell: (column) => (
        <span>
          <Box component="span" sx={{ display: 'inline-block', minWidth: 24, color: 'own.faint', fontWeight: 400 }}>{letter(column.index)}</Box>
          {headingOf(column)}
        </span>
      ),
    },
    {
      key: 'samples',
      header: t('columnSamples'),
      cell: (column) => (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: 13, maxWidth: { sm: 380 }, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: { sm: 'nowrap' } }}>
          {column.samples.filter(Boolean).slice(0, 3).join(' | ')}
        </Box>
      ),
    },
    {
      key: 'field',
      header: t('columnField'),
      width: 220,
      cell: (column) => (
        <TextField
          select
          value={offered.some((field) => field.name === fieldOf(column.index)) ? fieldOf(column.index) : ''}
          onChange={(event) => onChoose(column.index, event.target.value || null)}
          sx={{ minWidth: 180 }}
          slotProps={{ select: { displayEmpty: true, inputProps: { 'aria-label': t('fieldFor', { heading: headingOf(column) }) } } }}
        >
          <MenuItem value=""><Box component="span" sx={{ color: 'own.faint' }}>{t('leaveOut')}</Box></MenuItem>
          {offered.map((field) => (
            <MenuItem key={field.name} value={field.name}>{field.required ? t('requiredMark', { label: field.label }) : field.label}</MenuItem>
          ))}
        </TextField>
      ),
    },
    {
      key: 'sure',
      header: t('columnSure'),
      width: 130,
      cell: (column) => <Box component="span" sx={{ fontSize: 13, color: doubtful(column) ? 'warning.main' : 'text.secondary', whiteSpace: 'nowrap' }}>{sure(column)}</Box>,
    },
  ];
  return <DataTable label={t('mapping')} columns={cells} rows={columns} rowKey={(column) => String(column.index)} rowName={headingOf} />;
}
