import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { errorText } from '@gongjian/api';
import { TextInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { client } from '../session/index.ts';
import { PartnersDocument } from './agreements.generated.ts';
import type { PartnersQuery } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';

type Partner = PartnersQuery['partners'][number];

export interface Guest {
  id: string;
  name: string;
  consortium: { id: string; name: string };
  forConsortium: boolean;
}

/** A party of another consortium, by the code that it has on its papers: nobody browses other consortia. */
export function GuestPicker({ onAdd }: { onAdd: (guest: Guest) => void }) {
  const t = useMessages(agreements);
  const [code, setCode] = useState('');
  const [found, setFound] = useState<Partner[]>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const find = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { data } = await client.query({ query: PartnersDocument, variables: { uscc: code.trim() }, fetchPolicy: 'no-cache' });
      setFound(data?.partners ?? []);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const add = ({ organisationId, name, consortium }: Partner, forConsortium: boolean) => {
    onAdd({ id: organisationId, name, consortium, forConsortium });
    setCode('');
    setFound(undefined);
  };

  return (
    <Box component="details" sx={{ fontSize: 14 }}>
      <Box component="summary" sx={{ cursor: 'pointer', py: 0.5 }}>{t('guests')}</Box>
      <Box sx={{ display: 'grid', gap: 1, pt: 1 }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <TextInput label={t('guestCode')} value={code} onChange={(value) => { setCode(value); setFound(undefined); }} help={t('guestHelp')} slotProps={{ htmlInput: { maxLength: 18, autoCapitalize: 'characters', onKeyDown: (event: KeyboardEvent) => { if (event.key === 'Enter') { event.preventDefault(); void find(); } } } }} />
          </Box>
          <Button sx={{ mt: '26px' }} loading={busy} disabled={code.trim().length !== 18} onClick={() => void find()}>{t('guestFind')}</Button>
        </Box>
        {Boolean(error) && <Alert severity="error">{errorText(error)}</Alert>}
        <Box role="status">
          {found?.length === 0 && <Typography variant="body2">{t('guestNone')}</Typography>}
          {found?.map((partner) => (
            <Box key={partner.consortium.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', py: 0.5 }}>
              <Typography variant="body2" sx={{ flex: '1 1 160px' }}>{partner.name}</Typography>
              <Button size="small" onClick={() => add(partner, false)}>{t('guestAdd', { consortium: partner.consortium.name })}</Button>
              {partner.isLead && <Button size="small" onClick={() => add(partner, true)}>{t('guestAddLead', { consortium: partner.consortium.name })}</Button>}
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
