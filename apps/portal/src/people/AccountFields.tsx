import { Button, InputAdornment } from '@mui/material';
import { FieldRow, TextInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { makePassword } from '../shell/password.ts';
import { people } from './people.messages.ts';

export interface Account {
  name: string;
  login: string;
  password: string;
  /** Left out where nobody asks for it. */
  email?: string;
}

interface Props {
  value: Account;
  onChange: (value: Account) => void;
  errors: Partial<Record<keyof Account, string | undefined>>;
}

/** Name, login, mail address and first password of a person. The password is shown: it has to be handed over anyway. */
export function AccountFields({ value, onChange, errors }: Props) {
  const t = useMessages(people);
  return (
    <>
      <FieldRow>
        <TextInput required label={t('name')} value={value.name} onChange={(name) => onChange({ ...value, name })} error={errors.name} help={t('nameHelp')} />
        <TextInput
          required label={t('login')} value={value.login} onChange={(login) => onChange({ ...value, login })} error={errors.login} help={t('loginHelp')}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off', maxLength: 64 } }}
        />
      </FieldRow>
      {value.email !== undefined && (
        <TextInput
          label={t('email')} value={value.email} onChange={(email) => onChange({ ...value, email })} error={errors.email} help={t('emailHelp')} type="email"
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off', maxLength: 254 } }}
        />
      )}
      <TextInput
        required label={t('password')} value={value.password} onChange={(password) => onChange({ ...value, password })} error={errors.password} help={t('passwordHelp')}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'new-password', maxLength: 200 },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <Button size="small" variant="text" color="primary" onClick={() => onChange({ ...value, password: makePassword() })}>{t('makePassword')}</Button>
              </InputAdornment>
            ),
          },
        }}
      />
    </>
  );
}
