import { useState } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import PhoneIcon from '@mui/icons-material/PhonelinkLockOutlined';
import KeyIcon from '@mui/icons-material/KeyOutlined';
import CodesIcon from '@mui/icons-material/PinOutlined';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, StatusChip, TextInput, useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { knowsPasskeys } from '../session/passkey.ts';
import { account } from './account.messages.ts';
import { Card, Line, plainList } from './Card.tsx';
import { CodesView } from './CodesView.tsx';
import { FactorDialog, type FactorKind } from './FactorDialog.tsx';
import { LetGo, unlessLetGo, usePost } from './Proof.tsx';
import type { Overview, Passkey } from './types.ts';

interface Removal {
  path: string;
  id?: string;
  name: string;
}

/** What is asked for besides the password. */
export function FactorsCard({ overview, onChange }: { overview: Overview; onChange: () => void }) {
  const t = useMessages(account);
  const format = useFormat();
  const toast = useToast();
  const post = usePost();
  const [adding, setAdding] = useState<FactorKind>();
  const [removing, setRemoving] = useState<Removal>();
  const [renaming, setRenaming] = useState<Passkey>();
  const [codes, setCodes] = useState<string[]>();
  const { totp, passkeys, recoveryCodes, login } = overview;
  const factors = passkeys.length + (totp ? 1 : 0);

  const newCodes = async () => {
    try {
      setCodes((await post<{ codes: string[] }>('/auth/recovery-codes')).codes);
      onChange();
    } catch (error) {
      if (!(error instanceof LetGo)) toast.show(errorText(error), { tone: 'error' });
    }
  };
  const remove = async ({ path, id }: Removal) => {
    if ((await unlessLetGo(post(path, id ? { id } : {}))) === undefined) return;
    toast.show(t('factorRemoved'), { tone: 'success' });
    onChange();
  };

  return (
    <Card
      title={t('factors')}
      help={t('factorsHelp')}
      action={(
        <>
          {!totp && <Button onClick={() => setAdding('totp')}>{t('totpAdd')}</Button>}
          {overview.passkeysPossible && knowsPasskeys() && <Button onClick={() => setAdding('passkey')}>{t('passkeyAddButton')}</Button>}
        </>
      )}
    >
      {factors === 0 && <Alert severity="info">{t('factorsNone')}</Alert>}
      {factors > 0 && (
        <Box component="ul" aria-label={t('factors')} sx={plainList}>
          {totp && (
            <Line
              first icon={<PhoneIcon />} name={t('totp')} about={t('since', { time: format.dateTime(totp.since) })}
              action={<Button size="small" variant="text" color="error" aria-label={t('removeNamed', { name: t('totp') })} onClick={() => setRemoving({ path: '/auth/totp/remove', name: t('totp') })}>{t('remove')}</Button>}
            />
          )}
          {passkeys.map((passkey, index) => (
            <Line
              key={passkey.id} first={index === 0 && !totp} icon={<KeyIcon />}
              name={<>{passkey.name}{passkey.synced && <StatusChip tone="draft" pattern="solid">{t('synced')}</StatusChip>}</>}
              about={passkey.lastUsedAt ? t('passkeyUsed', { since: format.dateTime(passkey.createdAt), used: format.dateTime(passkey.lastUsedAt) }) : t('since', { time: format.dateTime(passkey.createdAt) })}
              action={(
                <>
                  <Button size="small" variant="text" aria-label={t('renameNamed', { name: passkey.name })} onClick={() => setRenaming(passkey)}>{t('rename')}</Button>
                  <Button size="small" variant="text" color="error" aria-label={t('removeNamed', { name: passkey.name })} onClick={() => setRemoving({ path: '/auth/passkeys/remove', id: passkey.id, name: passkey.name })}>{t('remove')}</Button>
                </>
              )}
            />
          ))}
          <Line
            icon={<CodesIcon />} name={<>{t('codes')}{recoveryCodes.left <= 3 && <StatusChip tone="danger">{t('codesFew')}</StatusChip>}</>} about={t('codesLeft', { count: recoveryCodes.left })}
            action={<Button size="small" variant="text" onClick={() => void newCodes()}>{t('codesNew')}</Button>}
          />
        </Box>
      )}
      {adding && <FactorDialog kind={adding} login={login} onClose={() => setAdding(undefined)} onDone={onChange} />}
      {removing && (
        <ConfirmDialog open danger title={t('removeTitle', { name: removing.name })} confirmLabel={t('remove')} errorText={errorText} onConfirm={() => remove(removing)} onClose={() => setRemoving(undefined)}>
          {t(factors === 1 ? 'removeLast' : 'removeHelp')}
        </ConfirmDialog>
      )}
      {renaming && <RenameDialog passkey={renaming} onClose={() => setRenaming(undefined)} onDone={onChange} />}
      {codes && (
        <Dialog open maxWidth="xs" fullWidth aria-labelledby="new-codes">
          <DialogTitle id="new-codes">{t('codes')}</DialogTitle>
          <DialogContent><CodesView codes={codes} login={login} /></DialogContent>
          <DialogActions><Button variant="contained" color="primary" onClick={() => setCodes(undefined)}>{t('codesKept')}</Button></DialogActions>
        </Dialog>
      )}
    </Card>
  );
}

function RenameDialog({ passkey, onClose, onDone }: { passkey: Passkey; onClose: () => void; onDone: () => void }) {
  const t = useMessages(account);
  const words = useMessages(common);
  const post = usePost();
  const [name, setName] = useState(passkey.name);
  return (
    <ConfirmDialog
      open title={t('renameNamed', { name: passkey.name })} confirmLabel={words('save')} errorText={errorText} disabled={!name.trim()} onClose={onClose}
      onConfirm={async () => {
        await post('/auth/passkeys/rename', { id: passkey.id, name: name.trim() });
        onDone();
      }}
    >
      <TextInput autoFocus label={t('passkeyName')} value={name} onChange={setName} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 50 } }} />
    </ConfirmDialog>
  );
}
