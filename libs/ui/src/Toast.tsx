import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Box, Button, IconButton } from '@mui/material';
import CloseIcon from '@mui/icons-material/CloseOutlined';
import { useUiTexts } from './texts.tsx';

export interface ToastOptions {
  /** Offers to take it back. */
  undo?: () => unknown;
  undoLabel?: string;
  /** How long it stays; 6 seconds, or 10 with undo. */
  seconds?: number;
  tone?: 'success' | 'error' | 'info';
}

interface Toast extends ToastOptions {
  id: number;
  message: ReactNode;
}

interface ToastApi {
  show: (message: ReactNode, options?: ToastOptions) => number;
  close: (id: number) => void;
  /** Takes away what offers an undo: it was for whoever was here. */
  dropUndo: () => void;
}

const Context = createContext<ToastApi>({ show: () => 0, close: () => undefined, dropUndo: () => undefined });

/** `useToast().show('预约已取消', { undo: restore, seconds: 10 })` */
export const useToast = () => useContext(Context);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(1);
  const close = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const show = useCallback((message: ReactNode, options: ToastOptions = {}) => {
    const id = next.current++;
    setToasts((now) => [...now.slice(-2), { ...options, id, message }]);
    return id;
  }, []);
  const dropUndo = useCallback(() => setToasts((now) => now.filter(({ undo }) => !undo)), []);
  const api = useMemo(() => ({ show, close, dropUndo }), [show, close, dropUndo]);

  return (
    <Context.Provider value={api}>
      {children}
      <Box
        role="status"
        aria-live="polite"
        sx={{
          position: 'fixed', zIndex: 'snackbar', bottom: 24, left: 0, right: 0, px: 2,
          display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 1, pointerEvents: 'none',
        }}
      >
        {toasts.map((toast) => <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />)}
      </Box>
    </Context.Provider>
  );
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const texts = useUiTexts();
  const [left, setLeft] = useState(toast.seconds ?? (toast.undo ? 10 : 6));
  const [held, setHeld] = useState(false);

  // Time stands still while the pointer or the focus is on it: nobody loses the undo while reaching for it.
  useEffect(() => {
    if (held) return;
    if (left <= 0) {
      onClose();
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, held, onClose]);

  return (
    <Box
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      sx={{
        pointerEvents: 'auto', display: 'flex', alignItems: 'center', gap: 1, maxWidth: 560, minHeight: 44,
        pl: 2, pr: 0.75, py: 0.5, borderRadius: '8px', bgcolor: '#23272F', color: '#FFFFFF', boxShadow: 8,
        borderLeft: '3px solid',
        borderLeftColor: toast.tone === 'error' ? '#FF8B82' : toast.tone === 'success' ? '#6CCB87' : '#7AA2FF',
      }}
    >
      <Box sx={{ flex: 1, overflowWrap: 'anywhere', py: 0.5 }}>{toast.message}</Box>
      {toast.undo && (
        <Button
          variant="text"
          size="small"
          sx={{ color: '#A9C3FF', '&:hover': { backgroundColor: '#343A46' } }}
          onClick={() => {
            onClose();
            void toast.undo?.();
          }}
        >
          {toast.undoLabel ?? texts.undo} {left > 0 && <span aria-hidden>({left})</span>}
        </Button>
      )}
      <IconButton aria-label={texts.close} onClick={onClose} sx={{ color: '#C4CAD3', '&:hover': { backgroundColor: '#343A46' } }}>
        <CloseIcon />
      </IconButton>
    </Box>
  );
}
