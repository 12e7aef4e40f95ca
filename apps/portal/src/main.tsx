import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApolloProvider } from '@apollo/client/react';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { CssBaseline } from '@mui/material';
import { ThemeProvider } from '@mui/material/styles';
import { RouterProvider } from 'react-router/dom';
import { createGongjianTheme, ToastProvider } from '@gongjian/ui';
import { startI18n, storedLanguage } from './i18n/index.ts';
import { router } from './routes.tsx';
import { client } from './session/client.ts';
import { LanguageProvider } from './shell/LanguageProvider.tsx';
import { RouterLink } from './shell/RouterLink.tsx';

const language = storedLanguage();
document.documentElement.lang = language;
startI18n(language);

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const cache = createCache({ key: 'gj', nonce, prepend: true });
const theme = createGongjianTheme(RouterLink);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="gj-mode" colorSchemeStorageKey="gj-scheme" noSsr>
        <CssBaseline />
        <ApolloProvider client={client}>
          <LanguageProvider>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </LanguageProvider>
        </ApolloProvider>
      </ThemeProvider>
    </CacheProvider>
  </StrictMode>,
);
