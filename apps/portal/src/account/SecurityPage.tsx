import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, ErrorState, PageHeader, SkeletonPage, StatusChip, useFormat, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { account } from './account.messages.ts';
import { Card } from './Card.tsx';
import { EmailDialog } from './EmailDialog.tsx';
import { FactorsCard } from './FactorsCard.tsx';
import { IdentitiesCard } from './IdentitiesCard.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { ProofProvider, unlessLetGo, usePost } from './Proof.tsx';
import { RuleCard } from './RuleCard.tsx';
import { SessionsCard } from './SessionsCard.tsx';
import type { Overview } from './types.ts';
import { useDoor } from './useDoor.ts';

/** Password, mail address, second factors and sessions of the person who is signed in. */
export default function SecurityPage() {
  const t = useMessages(account);
  const { me } = useSession();
  const { data, error, reload } = useDoor<Overview>('/auth/account');
  if (error !== undefined && !data) return <ErrorState message={errorText(error)} onRetry={() => void reload()} />;
  if (!data) return <SkeletonPage />;
  return (
    <ProofProvider>
      <PageHeader title={t('title')} description={t('lead', { login: data.login })} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 760 }}>
        <PasswordCard overview={data} onChange={() => void reload()} />
        <EmailCard overview={data} onChange={() => void reload()} />
        <FactorsCard overview={data} onChange={() => void reload()} />
        <IdentitiesCard />
        <SessionsCard key={data.passwordChangedAt} />
        {me.consortium && <RuleCard />}
      </Box>
    </ProofProvider>
  );
}

function PasswordCard({ overview, onChange }: { overview: Overview; onChange: () => void }) {
  const t = useMessages(account);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Card title={t('password')} help={t('passwordSince', { time: format.dateTime(overview.passwordChangedAt) })} action={<Button onClick={() => setOpen(true)}>{t('changePassword')}</Button>} />
      {open && <PasswordDialog login={overview.login} onClose={() => setOpen(false)} onDone={onChange} />}
    </>
  );
}

function EmailCard({ overview: { email, emailInWaiting }, onChange }: { overview: Overview; onChange: () => void }) {
  const t = useMessages(account);
  const post = usePost();
  const toast = useToast();
  const [open, setOpen] = useState<'change' | 'remove'>();
  return (
    <>
      <Card
        title={t('email')}
        help={(
          <>
            {email ?? t('emailNone')}
            {emailInWaiting && <Box sx={{ mt: 0.5, display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', overflowWrap: 'anywhere' }}>{emailInWaiting}<StatusChip tone="pending">{t('emailWaiting')}</StatusChip></Box>}
          </>
        )}
        action={(
          <>
            <Button onClick={() => setOpen('change')}>{t(email ? 'changeEmail' : 'addEmail')}</Button>
            {email && <Button variant="text" color="error" onClick={() => setOpen('remove')}>{t('removeEmail')}</Button>}
          </>
        )}
      />
      {open === 'change' && <EmailDialog email={email} onClose={() => setOpen(undefined)} onDone={onChange} />}
      {open === 'remove' && (
        <ConfirmDialog
          open danger title={t('removeEmail')} confirmLabel={t('remove')} errorText={errorText} onClose={() => setOpen(undefined)}
          onConfirm={async () => {
            if ((await unlessLetGo(post('/auth/email', { email: '' }))) === undefined) return;
            toast.show(t('emailRemoved'), { tone: 'success' });
            onChange();
          }}
        >
          {t('removeEmailHelp')}
        </ConfirmDialog>
      )}
    </>
  );
}
