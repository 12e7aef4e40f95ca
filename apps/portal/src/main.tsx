import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { CssBaseline } from '@mui/material';
import { ThemeProvider } from '@mui/material/styles';
import { RouterProvider } from 'react-router/dom';
import { createGongjianTheme, ToastProvider } from '@gongjian/ui';
import { startErrors, startI18n, storedLanguage } from './i18n/index.ts';
import { createRouter } from './routes.tsx';
import { rememberSignedIn, startAtSignIn } from './session/hint.ts';
import { whenRegistrationWaits, whenSecondFactorRequired, whenUnauthenticated } from './session/memory.ts';
import { ADD_FACTOR_PATH, signInPath, WAITING_PATH } from './session/place.ts';
import { keepKeyboardOnPage } from './shell/focus-back.ts';
import { LanguageProvider } from './shell/LanguageProvider.tsx';
import { RouterLink } from './shell/RouterLink.tsx';

const language = storedLanguage();
document.documentElement.lang = language;
startI18n(language);
startErrors();
keepKeyboardOnPage();

await startAtSignIn();
const router = createRouter();
whenUnauthenticated(() => {
  rememberSignedIn(false);
  if (location.pathname !== '/sign-in') void router.navigate(signInPath(location), { replace: true });
});

whenSecondFactorRequired(() => {
  if (location.pathname !== ADD_FACTOR_PATH) void router.navigate(ADD_FACTOR_PATH, { replace: true });
});

whenRegistrationWaits(() => {
  if (location.pathname !== WAITING_PATH) void router.navigate(WAITING_PATH, { replace: true });
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const cache = createCache({ key: 'gj', nonce, prepend: true });
const theme = createGongjianTheme(RouterLink);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="gj-mode" colorSchemeStorageKey="gj-scheme" noSsr>
        <CssBaseline />
        <LanguageProvider>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </LanguageProvider>
      </ThemeProvider>
    </CacheProvider>
  </StrictMode>,
);
