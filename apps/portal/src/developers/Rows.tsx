import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { developers } from './developers.messages.ts';
import { TypeText } from './Named.tsx';
import type { ReferenceField, ReferenceInput } from './reference.types.ts';

/** A heading with what stands under it. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" sx={{ mt: 2.5 }}>
      <Typography variant="h3" sx={{ fontSize: 14, fontWeight: 600, mb: 1 }}>{title}</Typography>
      {children}
    </Box>
  );
}

const list = { m: 0, p: 0, border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden' } as const;
const row = (first: boolean) => ({ px: 1.5, py: 1, ...(!first && { borderTop: 1, borderColor: 'divider' }) });
const mono = { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 13, fontWeight: 600, overflowWrap: 'anywhere' } as const;

function Row({ first, name, type, note, description, find, children }: { first: boolean; name: string; type?: string; note?: string | false; description: string | null; find: string; children?: ReactNode }) {
  return (
    <Box component="li" sx={{ listStyle: 'none', ...row(first) }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
        <Box component="span" sx={mono}>{name}</Box>
        {type && <TypeText type={type} find={find} />}
        {note && <Box component="span" sx={{ fontSize: 12, color: 'own.faint' }}>{note}</Box>}
      </Box>
      {description && <Typography sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>{description}</Typography>}
      {children}
    </Box>
  );
}

/** Arguments, or the fields of an input. */
export function InputRows({ inputs, find }: { inputs: readonly ReferenceInput[]; find: string }) {
  const t = useMessages(developers);
  return (
    <Box component="ul" sx={list}>
      {inputs.map((input, index) => (
        <Row key={input.name} first={index === 0} name={input.name} type={input.type} find={find} description={input.description} note={input.required ? t('required') : input.default !== null && t('defaultsTo', { value: input.default })} />
      ))}
    </Box>
  );
}

export function FieldRows({ fields, find }: { fields: readonly ReferenceField[]; find: string }) {
  return (
    <Box component="ul" sx={list}>
      {fields.map((field, index) => (
        <Row key={field.name} first={index === 0} name={field.name} type={field.type} find={find} description={field.description} note={field.args.length > 0 && `(${field.args.map(({ name, type }) => `${name}: ${type}`).join(', ')})`} />
      ))}
    </Box>
  );
}

export function ValueRows({ values }: { values: readonly { name: string; description: string | null }[] }) {
  return <Box component="ul" sx={list}>{values.map((value, index) => <Row key={value.name} first={index === 0} name={value.name} description={value.description} find="" />)}</Box>;
}
