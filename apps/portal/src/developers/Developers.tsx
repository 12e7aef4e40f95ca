import type { ReactNode } from 'react';
import { Button, Tab, Tabs } from '@mui/material';
import { useNavigate } from 'react-router';
import { EmptyState, PageHeader } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { developers } from './developers.messages.ts';

const PARTS = { keys: '/developers', webhooks: '/developers/webhooks', reference: '/developers/reference' } as const;
export type DeveloperPart = keyof typeof PARTS;

/** The three pages for developers, and why they are shut to others. */
export function Developers({ part, actions, children }: { part: DeveloperPart; actions?: ReactNode; children: ReactNode }) {
  const t = useMessages(developers);
  const words = useMessages(common);
  const { me } = useSession();
  const navigate = useNavigate();
  // Whoever answers for keys in the consortium sees those of others; endpoints are their organisations' own business.
  const open = (Object.keys(PARTS) as DeveloperPart[]).filter((each) => each !== 'webhooks' || me.viewerCanCreateApiKey);

  if (!me.viewerDevelops || !open.includes(part)) return <EmptyState title={t('noRight')} action={<Button href="/">{words('goHome')}</Button>}>{t('noRightHelp')}</EmptyState>;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={actions} />
      <Tabs value={part} onChange={(_, next: DeveloperPart) => void navigate(PARTS[next])} aria-label={t('parts')} sx={{ mb: 2 }}>
        {open.map((each) => <Tab key={each} value={each} label={t(`part.${each}`)} />)}
      </Tabs>
      {children}
    </>
  );
}
