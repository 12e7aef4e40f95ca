import { Button } from '@mui/material';
import TranslateIcon from '@mui/icons-material/TranslateOutlined';
import { changeLanguage, languages, useLanguage } from '../i18n/index.ts';
import { readEverythingAgain } from '../session/memory.ts';
import { useOptionalSession } from '../session/SessionContext.tsx';

/** Offers the other language, in that language; what the server words for us is read again. */
export function LanguageSwitch() {
  const language = useLanguage();
  const offered = useOptionalSession()?.me.consortium?.settings?.languages;
  const other = languages.find(({ code }) => code !== language)!;
  if (offered && !offered.includes(other.code)) return null;
  return (
    <Button
      variant="text"
      size="small"
      lang={other.code}
      startIcon={<TranslateIcon />}
      onClick={() => {
        changeLanguage(other.code);
        readEverythingAgain();
      }}
      sx={{ color: 'text.secondary', minWidth: 0 }}
    >
      {other.name}
    </Button>
  );
}
