import { useState } from 'react';
import type { ReactNode } from 'react';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useUiTexts } from './texts.tsx';

interface Props {
  open: boolean;
  title: ReactNode;
  /** What will happen. */
  children?: ReactNode;
  /** The verb, such as 取消预约. */
  confirmLabel?: string;
  cancelLabel?: string;
  danger?: boolean;
  disabled?: boolean;
  /** The dialog waits for it, and stays open with the message when it throws. */
  onConfirm: () => void | Promise<unknown>;
  onClose: () => void;
  errorText?: (error: unknown) => string;
  maxWidth?: 'xs' | 'sm' | 'md';
}

/** Asks before something is done that one would not like to do by mistake. */
export function ConfirmDialog({
  open, title, children, confirmLabel, cancelLabel, danger, disabled, onConfirm, onClose,
  errorText = String, maxWidth = 'xs',
}: Props) {
  const texts = useUiTexts();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const confirm = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open={open} onClose={busy ? undefined : onClose} maxWidth={maxWidth} fullWidth>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        {children}
        {problem && <Alert severity="error" sx={{ mt: 2 }}>{problem}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose} disabled={busy}>{cancelLabel ?? texts.cancel}</Button>
        <Button variant="contained" color={danger ? 'error' : 'primary'} onClick={() => void confirm()} loading={busy} disabled={disabled ?? false}>
          {confirmLabel ?? texts.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
