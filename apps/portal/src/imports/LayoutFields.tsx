import { useEffect, useState } from 'react';
import { FieldRow, SelectInput, TextInput } from '@gongjian/ui';
import type { ImportMappingInput } from '@gongjian/api/schema.types.ts';
import { useMessages } from '../i18n/index.ts';
import { imports } from './imports.messages.ts';
import type { ImportPartsFragment } from './imports.generated.ts';
import { REGISTERS } from './NewImport.tsx';

interface Props {
  found: ImportPartsFragment;
  problems: Record<string, string>;
  onReread: (input: ImportMappingInput) => void;
}

/** Which register it is, and where its headings stand. */
export function LayoutFields({ found, problems, onReread }: Props) {
  const t = useMessages(imports);
  const [headingRow, setHeadingRow] = useState('');
  const [wrong, setWrong] = useState(false);
  useEffect(() => setHeadingRow(found.headingRow === null ? '' : String(found.headingRow)), [found.headingRow]);

  const leave = () => {
    const text = headingRow.normalize('NFKC').trim();
    const row = Number(text);
    if (text === '' ? found.headingRow === null : row === found.headingRow) {
      setWrong(false);
      return;
    }
    const fits = Number.isInteger(row) && row >= 1 && row <= 100;
    setWrong(!fits);
    if (fits) onReread({ headingRow: row });
  };

  return (
    <FieldRow columns={3}>
      <SelectInput
        label={t('register')}
        value={found.register}
        onChange={(register) => onReread({ register })}
        error={problems['register']}
        options={REGISTERS.map((value) => ({ value, label: t(`register.${value}`) }))}
      />
      {found.sheets.length > 1 && (
        <SelectInput
          label={t('sheet')}
          value={found.sheet ?? ''}
          onChange={(sheet) => onReread({ sheet })}
          error={problems['sheet']}
          options={found.sheets.map((value) => ({ value, label: value }))}
        />
      )}
      <TextInput
        label={t('headingRow')}
        value={headingRow}
        onChange={(value) => {
          setHeadingRow(value);
          setWrong(false);
        }}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
        error={wrong ? t('wholeNumber') : problems['headingRow']}
        help={t('headingRowHelp')}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
    </FieldRow>
  );
}
