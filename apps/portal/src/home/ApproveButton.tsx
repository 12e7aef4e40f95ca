import { Button } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { HomeApproveDocument, HomeMineDocument, HomeWaitingDocument } from './home.generated.ts';
import { home } from './home.messages.ts';

/** Yes, without leaving the page; a no needs a reason, and so the booking's own page. */
export function ApproveButton({ id, title }: { id: string; title: string }) {
  const t = useMessages(home);
  const toast = useToast();
  const [decide, { loading }] = useMutation(HomeApproveDocument, { refetchQueries: [HomeWaitingDocument, HomeMineDocument], awaitRefetchQueries: true });

  const approve = async () => {
    try {
      const { data } = await decide({ variables: { id } });
      const answer = data?.decideBooking;
      if (answer?.__typename === 'Booking') return toast.show(t('approved', { title }), { tone: 'success' });
      const reason = answer?.__typename === 'BookingRefusal' ? (answer.reasons[0]?.message ?? '') : t('approveChanged');
      toast.show(t('approveRefused', { title, reason }), { tone: 'error' });
    } catch (error) {
      toast.show(t('approveRefused', { title, reason: errorText(error) }), { tone: 'error' });
    }
  };

  return (
    // Above the link that covers the line.
    <Button size="small" aria-label={t('approveNamed', { title })} loading={loading} onClick={() => void approve()} sx={{ position: 'relative', zIndex: 1 }}>
      {t('approve')}
    </Button>
  );
}
