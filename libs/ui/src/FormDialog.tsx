import { useState } from 'react';
import { Dialog } from '@mui/material';
import type { DialogProps } from '@mui/material';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useUiTexts } from './texts.tsx';

interface Props extends Omit<DialogProps, 'open' | 'onClose' | 'onInput'> {
  /** Nothing closes it while something is being sent. */
  busy?: boolean;
  onClose: () => void;
}

/**
 * A dialog that one writes in. Once something was typed, a click beside it does nothing, and Escape asks first:
 * neither may cost what somebody wrote. The form's own 取消 closes at once.
 */
export function FormDialog({ busy = false, onClose, children, ...rest }: Props) {
  const texts = useUiTexts();
  const [typed, setTyped] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Dialog
        {...rest}
        open
        onInput={() => setTyped(true)}
        onClose={(_, reason) => {
          if (busy) return;
          if (!typed) onClose();
          else if (reason === 'escapeKeyDown') setAsking(true);
        }}
      >
        {children}
      </Dialog>
      <ConfirmDialog open={asking} title={texts.discardTitle} confirmLabel={texts.discard} cancelLabel={texts.keepWriting} danger onConfirm={onClose} onClose={() => setAsking(false)} />
    </>
  );
}
