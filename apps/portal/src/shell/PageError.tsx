import { Button } from '@mui/material';
import { useRouteError } from 'react-router';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { usePageTitle } from './usePageTitle.ts';

/** An address that leads nowhere, or to something that is not open to the viewer. */
export function NotFoundPage() {
  const t = useMessages(common);
  usePageTitle(t('error.notFound'));
  return (
    <EmptyState title={t('error.notFound')} action={<Button variant="contained" color="primary" href="/">{t('goHome')}</Button>}>
      {t('error.notFoundHelp')}
    </EmptyState>
  );
}

/** A page that broke: the shell stays, and there is a way on. */
export function PageErrorBoundary() {
  const t = useMessages(common);
  const error = useRouteError();
  // A chunk of an older release is gone after an update: loading anew brings the new one.
  const message = error instanceof TypeError && /import|module|fetch/i.test(error.message) ? t('error.unreachable') : errorText(error);
  return (
    <ErrorState
      message={message}
      onRetry={() => location.reload()}
      action={<Button href="/">{t('goHome')}</Button>}
    />
  );
}
