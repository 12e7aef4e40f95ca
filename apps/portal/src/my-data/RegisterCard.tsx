import { useState } from 'react';
import { Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, ErrorState, SkeletonLines, StatusChip, TextInput, useToast } from '@gongjian/ui';
import { Card, Line, plainList } from '../account/Card.tsx';
import { common, useMessages } from '../i18n/index.ts';
import { ClaimOwnEntryDocument, GiveConsentDocument, MyRegisterEntriesDocument, ReleaseOwnEntryDocument } from './my-data.generated.ts';
import { myData } from './my-data.messages.ts';

/** Lines of registers with one's name: which of them one is, nobody else can know. */
export function RegisterCard({ onChange }: { onChange: () => void }) {
  const t = useMessages(myData);
  const words = useMessages(common);
  const toast = useToast();
  const { data, error, refetch } = useQuery(MyRegisterEntriesDocument, { fetchPolicy: 'network-only' });
  const [release] = useMutation(ReleaseOwnEntryDocument);
  const [claiming, setClaiming] = useState<string>();
  const entries = data?.myRegisterEntries;

  const changed = (text: string) => {
    toast.show(text, { tone: 'success' });
    void refetch();
    onChange();
  };
  const letGo = (id: string) =>
    release({ variables: { id } }).then(
      () => changed(t('released')),
      (failure: unknown) => toast.show(errorText(failure), { tone: 'error' }),
    );

  return (
    <Card title={t('registers')} help={t('registersHelp')}>
      {error && !entries && <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />}
      {!entries && !error && <SkeletonLines lines={2} height={40} />}
      {entries?.length === 0 && <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('registersNone')}</Typography>}
      {entries && entries.length > 0 && (
        <Box component="ul" aria-label={t('registers')} sx={plainList}>
          {entries.map(({ resource: { id, name, kind, code, owner }, mine, provable }, index) => (
            <Line
              key={id} first={index === 0}
              name={<>{name}{mine && <StatusChip tone="success">{t('mine')}</StatusChip>}</>}
              about={`${t(code ? 'entry' : 'entryNoCode', { kind: words(`resourceKind.${kind}`), owner: owner.shortName, code: code ?? '' })}${mine || provable ? '' : ` · ${t('unprovable')}`}`}
              action={mine
                ? <Button size="small" variant="text" aria-label={t('notMeNamed', { name })} onClick={() => void letGo(id)}>{t('notMe')}</Button>
                : provable && <Button size="small" aria-label={t('thatIsMeNamed', { name })} onClick={() => setClaiming(id)}>{t('thatIsMe')}</Button>}
            />
          ))}
        </Box>
      )}
      {claiming && <ClaimDialog resourceId={claiming} onClose={() => setClaiming(undefined)} onDone={() => changed(t('claimed'))} />}
    </Card>
  );
}

function ClaimDialog({ resourceId, onClose, onDone }: { resourceId: string; onClose: () => void; onDone: () => void }) {
  const t = useMessages(myData);
  const [proof, setProof] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [claim] = useMutation(ClaimOwnEntryDocument, { fetchPolicy: 'no-cache' });
  const [give] = useMutation(GiveConsentDocument);
  return (
    <ConfirmDialog
      open title={t('claimTitle')} confirmLabel={t('thatIsMe')} errorText={errorText} onClose={onClose} disabled={!proof.trim() || !agreed}
      onConfirm={async () => {
        await give({ variables: { item: 'ID_NUMBER' } });
        await claim({ variables: { input: { resourceId, proof } } });
        onDone();
      }}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2">{t('claimHelp')}</Typography>
        <TextInput required autoFocus label={t('claimProof')} value={proof} onChange={setProof} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 50, spellCheck: false } }} />
        <FormControlLabel control={<Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />} label={t('claimConsent')} sx={{ alignItems: 'flex-start', '& .MuiCheckbox-root': { pt: 0.25 }, '& .MuiFormControlLabel-label': { fontSize: 13 } }} />
      </Box>
    </ConfirmDialog>
  );
}
