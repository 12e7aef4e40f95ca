import { useState } from 'react';
import { Box, Button } from '@mui/material';
import OrganisationIcon from '@mui/icons-material/ApartmentOutlined';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, ErrorState, StatusChip, useFormat, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { leaveFor, type Offer } from '../session/provider.ts';
import { account } from './account.messages.ts';
import { Card, Line, plainList } from './Card.tsx';
import { LetGo, unlessLetGo, usePost } from './Proof.tsx';
import type { IdentityLink } from './types.ts';
import { useDoor } from './useDoor.ts';

/** The sign-ins of organisations that lead to this account, and those that could. Not there where no organisation has one. */
export function IdentitiesCard() {
  const t = useMessages(account);
  const format = useFormat();
  const toast = useToast();
  const post = usePost();
  const { data, error, reload } = useDoor<{ links: IdentityLink[]; offers: Offer[] }>('/auth/identities');
  const [leaving, setLeaving] = useState<string>();
  const [removing, setRemoving] = useState<IdentityLink>();

  const link = async (code: string) => {
    setLeaving(code);
    try {
      await leaveFor(code, post, { link: true, to: '/account/security' });
    } catch (failure) {
      if (!(failure instanceof LetGo)) toast.show(errorText(failure), { tone: 'error', seconds: 10 });
      setLeaving(undefined);
    }
  };
  const unlink = async ({ id }: IdentityLink) => {
    if ((await unlessLetGo(post('/auth/identities/unlink', { id }))) === undefined) return;
    toast.show(t('unlinked'), { tone: 'success' });
    await reload();
  };

  if (error !== undefined && !data) return <Card title={t('identities')}><ErrorState dense message={errorText(error)} onRetry={() => void reload()} /></Card>;
  if (!data || data.links.length + data.offers.length === 0) return null;
  return (
    <Card title={t('identities')} help={t('identitiesHelp')}>
      <Box component="ul" aria-label={t('identities')} sx={plainList}>
        {data.links.map((each, index) => (
          <Line
            key={each.id} first={index === 0} icon={<OrganisationIcon />}
            name={<>{each.organisation}{each.usable ? <StatusChip tone="success">{t('isLinked')}</StatusChip> : <StatusChip tone="draft">{t('notUsable')}</StatusChip>}</>}
            about={[each.name, each.lastUsedAt ? t('linkUsed', { since: format.dateTime(each.createdAt), used: format.dateTime(each.lastUsedAt) }) : t('linkedAt', { time: format.dateTime(each.createdAt) })].join(' · ')}
            action={<Button size="small" variant="text" color="error" aria-label={t('unlinkNamed', { name: each.organisation })} onClick={() => setRemoving(each)}>{t('unlink')}</Button>}
          />
        ))}
        {data.offers.map((offer, index) => (
          <Line
            key={offer.code} first={index === 0 && data.links.length === 0} icon={<OrganisationIcon />} name={offer.organisation} about={offer.name}
            action={<Button size="small" loading={leaving === offer.code} disabled={leaving !== undefined} aria-label={t('linkNamed', { name: offer.organisation })} onClick={() => void link(offer.code)}>{t('link')}</Button>}
          />
        ))}
      </Box>
      {removing && (
        <ConfirmDialog open danger title={t('unlinkTitle', { name: removing.organisation })} confirmLabel={t('unlink')} errorText={errorText} onConfirm={() => unlink(removing)} onClose={() => setRemoving(undefined)}>
          {t('unlinkHelp')}
        </ConfirmDialog>
      )}
    </Card>
  );
}
