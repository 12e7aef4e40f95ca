import { useEffect, useState } from 'react';
import { Box, ButtonBase, Typography } from '@mui/material';
import { getJson } from '@gongjian/api';
import { useLanguage, useMessages } from '../i18n/index.ts';
import { session } from './session.messages.ts';

interface Account {
  login: string;
  password: string;
  name: string;
  role: string;
  roleInEnglish: string;
  consortium: string | null;
}

interface Props {
  disabled: boolean;
  onChoose: (account: { login: string; password: string }) => void;
}

/** The accounts of the demo, when the server says that it runs one. */
export function DemoAccounts({ disabled, onChoose }: Props) {
  const t = useMessages(session);
  const language = useLanguage();
  const [accounts, setAccounts] = useState<Account[]>([]);

  useEffect(() => {
    let gone = false;
    getJson<Account[]>('/auth/demo', language).then(
      (answer) => !gone && Array.isArray(answer) && setAccounts(answer),
      // Not a demo: there is nothing to list.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [language]);

  if (accounts.length === 0) return null;
  const groups = [...new Set(accounts.map((account) => account.consortium))];
  return (
    <Box component="section" aria-labelledby="demo-accounts" sx={{ mt: 3 }}>
      <Typography id="demo-accounts" variant="h2" sx={{ fontSize: 14 }}>{t('demo')}</Typography>
      <Typography variant="body2" sx={{ color: 'own.faint', mb: 1 }}>{t('demoHelp')}</Typography>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden', bgcolor: 'background.paper' }}>
        {groups.map((group) => (
          <Box key={group ?? ''} sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            {group && group !== '—' && <Typography sx={{ px: 1.5, py: 0.5, fontSize: 12, color: 'own.faint', bgcolor: 'own.surface.subtle' }}>{group}</Typography>}
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {accounts.filter((account) => account.consortium === group).map((account) => (
                <li key={account.login}>
                  <ButtonBase
                    disabled={disabled}
                    onClick={() => onChoose({ login: account.login, password: account.password })}
                    sx={{ width: '100%', minHeight: 40, px: 1.5, gap: 1, justifyContent: 'flex-start', textAlign: 'left', '&:hover': { bgcolor: 'own.surface.hover' } }}
                  >
                    <Box component="span" sx={{ flex: 1, minWidth: 0 }}>{language === 'en' ? account.roleInEnglish : account.role}</Box>
                    <Box component="span" sx={{ fontSize: 13, color: 'own.faint' }}>{account.name}</Box>
                    <Box component="code" sx={{ fontSize: 12, color: 'own.faint', minWidth: 88, textAlign: 'right' }}>{account.login}</Box>
                  </ButtonBase>
                </li>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
