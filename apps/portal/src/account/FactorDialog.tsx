import { useState } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { account } from './account.messages.ts';
import { CodesView } from './CodesView.tsx';
import { PasskeySetup } from './PasskeySetup.tsx';
import { TotpSetup } from './TotpSetup.tsx';

export type FactorKind = 'totp' | 'passkey';

/** Adds one second factor; with the first one come the recovery codes, which are not closed by accident. */
export function FactorDialog({ kind, login, onClose, onDone }: { kind: FactorKind; login: string; onClose: () => void; onDone: () => void }) {
  const t = useMessages(account);
  const toast = useToast();
  const [codes, setCodes] = useState<string[]>();
  const Setup = kind === 'totp' ? TotpSetup : PasskeySetup;
  const added = (fresh: string[] | undefined) => {
    toast.show(t(kind === 'totp' ? 'totpAdded' : 'passkeyAdded'), { tone: 'success' });
    onDone();
    if (fresh) setCodes(fresh);
    else onClose();
  };
  return (
    <Dialog open onClose={codes ? undefined : onClose} maxWidth="xs" fullWidth aria-labelledby="add-factor">
      <DialogTitle id="add-factor">{t(codes ? 'codes' : kind === 'totp' ? 'totpTitle' : 'passkeyTitle')}</DialogTitle>
      <DialogContent>{codes ? <CodesView codes={codes} login={login} /> : <Setup onDone={added} onCancel={onClose} />}</DialogContent>
      {codes && <DialogActions><Button variant="contained" color="primary" onClick={onClose}>{t('codesKept')}</Button></DialogActions>}
    </Dialog>
  );
}
