import { useState } from 'react';
import { Button, Menu, MenuItem } from '@mui/material';
import TranslateIcon from '@mui/icons-material/TranslateOutlined';
import { changeLanguage, languages, useLanguage, useMessages } from '../i18n/index.ts';
import { client } from '../session/client.ts';
import { shell } from './shell.messages.ts';

/** Chinese or English; what the server words for us is read again in the new language. */
export function LanguageMenu() {
  const t = useMessages(shell);
  const language = useLanguage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="text"
        size="small"
        startIcon={<TranslateIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ color: 'text.secondary', minWidth: 0 }}
      >
        {languages.find(({ code }) => code === language)?.name}
      </Button>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)} slotProps={{ list: { 'aria-label': t('language') } }}>
        {languages.map(({ code, name }) => (
          <MenuItem
            key={code}
            lang={code}
            selected={code === language}
            onClick={() => {
              setAnchor(null);
              if (code === language) return;
              changeLanguage(code);
              void client.refetchQueries({ include: 'active' });
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
