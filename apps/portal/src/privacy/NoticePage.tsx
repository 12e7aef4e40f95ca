import { useEffect } from 'react';
import { Box, Link, Typography } from '@mui/material';
import { privacyNotice } from '@gongjian/rules';
import { useFormat } from '@gongjian/ui';
import { common, useLanguage, useMessages } from '../i18n/index.ts';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { SchemeButton } from '../shell/SchemeButton.tsx';
import { privacy } from './privacy.messages.ts';

/** For everybody, also before they sign in: one screen to read, nothing to tick. */
export default function NoticePage() {
  const t = useMessages(privacy);
  const words = useMessages(common);
  const format = useFormat();
  const word = useLanguage() === 'en' ? 'en' : 'zh';
  const { version, publishedOn, sections } = privacyNotice;
  useEffect(() => {
    document.title = `${t('title')} · ${words('product')}`;
  });
  return (
    <Box component="main" sx={{ minHeight: '100dvh', bgcolor: 'own.surface.subtle' }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 1, gap: 0.5 }}><LanguageSwitch /><SchemeButton /></Box>
      <Box sx={{ maxWidth: 720, mx: 'auto', px: 2, pb: 6 }}>
        <Typography variant="h1">{t('title')}</Typography>
        <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('lead', { version, day: format.day(publishedOn) })}</Typography>
        {sections.map(({ id, title, text }) => (
          <Box component="section" key={id} aria-labelledby={`notice-${id}`} sx={{ mt: 3 }}>
            <Typography id={`notice-${id}`} variant="h2" sx={{ mb: 0.5 }}>{title[word]}</Typography>
            {text.length === 1
              ? <Typography sx={{ lineHeight: 1.8 }}>{text[0]![word]}</Typography>
              : <Box component="ul" sx={{ m: 0, pl: 2.5, lineHeight: 1.8 }}>{text.map((line) => <li key={line.zh}>{line[word]}</li>)}</Box>}
          </Box>
        ))}
        <Link href="/" sx={{ display: 'inline-block', mt: 4 }}>{t('back')}</Link>
      </Box>
    </Box>
  );
}
