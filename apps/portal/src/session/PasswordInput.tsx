import { useState } from 'react';
import type { ComponentProps, Ref } from 'react';
import { IconButton, InputAdornment } from '@mui/material';
import EyeIcon from '@mui/icons-material/VisibilityOutlined';
import EyeOffIcon from '@mui/icons-material/VisibilityOffOutlined';
import { TextInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { session } from './session.messages.ts';

interface Props extends Pick<ComponentProps<typeof TextInput>, 'label' | 'value' | 'onChange' | 'error' | 'help' | 'required' | 'autoFocus'> {
  name?: string;
  autoComplete: 'current-password' | 'new-password';
  inputRef?: Ref<HTMLInputElement>;
}

/** A password, hidden until one wants to see it. */
export function PasswordInput(props: Props) {
  const t = useMessages(session);
  const [seen, setSeen] = useState(false);
  return (
    <TextInput
      {...props}
      type={seen ? 'text' : 'password'}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { maxLength: 200, spellCheck: false },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton edge="end" aria-label={seen ? t('hidePassword') : t('showPassword')} onClick={() => setSeen(!seen)}>
                {seen ? <EyeOffIcon /> : <EyeIcon />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
