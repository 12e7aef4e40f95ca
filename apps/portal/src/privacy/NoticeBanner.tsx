import { Alert, Box, Button } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { useAgainInLanguage } from '../audit/useAgainInLanguage.ts';
import { useMessages } from '../i18n/index.ts';
import { AcknowledgeNoticeDocument, NoticeStandingDocument } from './privacy.generated.ts';
import { privacy } from './privacy.messages.ts';

/**
 * Stands on the first page until it was read once, and again after a change. It is in nobody's way: work goes on without it,
 * since what the notice tells of does not hang on a click.
 */
export default function NoticeBanner() {
  const t = useMessages(privacy);
  const toast = useToast();
  const { data, refetch } = useQuery(NoticeStandingDocument);
  useAgainInLanguage(refetch);
  const [acknowledge, { loading }] = useMutation(AcknowledgeNoticeDocument);
  const standing = data?.noticeStanding;
  if (!standing || standing.acknowledgedVersion === standing.version) return null;
  const { version, changes } = standing;

  const done = async () => {
    try {
      await acknowledge({ variables: { version } });
      toast.show(t('thanks'), { tone: 'success' });
      await refetch();
    } catch (error) {
      toast.show(errorText(error), { tone: 'error' });
    }
  };

  return (
    <Alert
      severity="info" sx={{ mb: 2 }}
      action={(
        <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
          <Button size="small" variant="text" href="/privacy">{t('read')}</Button>
          <Button size="small" loading={loading} onClick={() => void done()}>{t('understood')}</Button>
        </Box>
      )}
    >
      {changes.length > 0 ? t('bannerNews', { changes: changes.join('; ') }) : t('banner')}
    </Alert>
  );
}
