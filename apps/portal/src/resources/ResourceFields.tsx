import { Box, Checkbox, FormControlLabel } from '@mui/material';
import { FieldRow, SelectInput, TextInput, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { OpeningHoursField } from './OpeningHoursField.tsx';
import { readNumber } from './resource-form.ts';
import type { ResourceField, ResourceValues } from './resource-form.ts';
import { STATES } from './resource-filter.ts';
import { resources } from './resources.messages.ts';
import type { ResourcePartsFragment } from './resources.generated.ts';
import { isPerson } from './ResourceSections.tsx';
import { useFieldLabels } from './useFieldLabels.ts';

interface Props {
  resource: ResourcePartsFragment;
  values: ResourceValues;
  problems: Record<string, string>;
  onChange: (field: ResourceField, value: string | boolean) => void;
}

type TextField = { [F in ResourceField]: ResourceValues[F] extends boolean ? never : F }[ResourceField];

export function ResourceFields({ resource, values, problems, onChange }: Props) {
  const t = useMessages(resources);
  const c = useMessages(common);
  const format = useFormat();
  const labels = useFieldLabels(resource.kind);
  const person = isPerson(resource);

  const text = (field: TextField) => ({
    label: labels[field],
    value: values[field] as string,
    error: problems[field],
    onChange: (value: string) => onChange(field, value),
  });
  const number = (field: TextField) => ({ ...text(field), slotProps: { htmlInput: { inputMode: 'numeric' as const } } });
  const longest = readNumber(values.maxMinutes);

  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 880 }}>
      <Panel title={t('section.basics')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <TextInput {...text('name')} required />
          <FieldRow>
            <TextInput {...text('code')} />
            <SelectInput
              label={labels.state}
              value={values.state}
              error={problems['state']}
              onChange={(state) => onChange('state', state)}
              options={STATES.map((value) => ({ value, label: c(`resourceState.${value}`) }))}
            />
            {resource.kind === 'EQUIPMENT' && <TextInput {...text('model')} />}
            {resource.kind === 'EQUIPMENT' && <TextInput {...text('manufacturer')} />}
            <TextInput {...text('category')} />
            <TextInput {...text('place')} />
            <TextInput {...text('department')} />
            {!person && <TextInput {...text('keeper')} />}
            {!person && <TextInput {...number('capacity')} />}
          </FieldRow>
          <TextInput {...text('note')} multiline minRows={2} />
        </Box>
      </Panel>
      <Panel title={t('section.hours')}>
        <OpeningHoursField
          value={values.openingHoursText}
          onChange={(value) => onChange('openingHoursText', value)}
          error={problems['openingHoursText']}
          known={resource.openingHours}
        />
      </Panel>
      <Panel title={t('section.rules')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <FormControlLabel
            label={labels.needsApproval}
            control={<Checkbox checked={values.needsApproval} onChange={(_, on) => onChange('needsApproval', on)} />}
          />
          <FieldRow>
            <TextInput {...number('holdHours')} disabled={!values.needsApproval} />
            <TextInput {...number('maxMinutes')} help={longest ? format.minutes(longest) : undefined} />
            <TextInput {...number('bufferBefore')} />
            <TextInput {...number('bufferAfter')} />
            <TextInput {...number('horizonDays')} />
            {!person && <SelectInput label={labels.sharing} value={values.sharing} error={problems['sharing']} onChange={(sharing) => onChange('sharing', sharing)} options={(['MEMBERS', 'AGREEMENTS'] as const).map((value) => ({ value, label: t(`sharing.${value}`) }))} help={t('sharingHelp')} />}
          </FieldRow>
        </Box>
      </Panel>
      {resource.personalData && <Box sx={{ fontSize: 13, color: 'own.faint' }}>{t('personalHelp')}</Box>}
    </Box>
  );
}
