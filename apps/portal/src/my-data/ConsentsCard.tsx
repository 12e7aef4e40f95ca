import { Box, Button, Link, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { ConsentState } from '@gongjian/api/schema.types.ts';
import { ErrorState, SkeletonLines, StatusChip, useFormat, useToast } from '@gongjian/ui';
import { Card, Line, plainList } from '../account/Card.tsx';
import { useAgainInLanguage } from '../audit/useAgainInLanguage.ts';
import { useMessages } from '../i18n/index.ts';
import { GiveConsentDocument, MyConsentsDocument, WithdrawConsentDocument } from './my-data.generated.ts';
import { myData } from './my-data.messages.ts';

const TONES = { OPEN: 'draft', GIVEN: 'success', WITHDRAWN: 'draft', OUTDATED: 'pending' } as const satisfies Record<ConsentState, string>;

/** What one agreed to: withdrawn as easily as given, and nothing else hangs on it. */
export function ConsentsCard() {
  const t = useMessages(myData);
  const format = useFormat();
  const toast = useToast();
  const { data, error, refetch } = useQuery(MyConsentsDocument);
  useAgainInLanguage(refetch);
  const [give, giving] = useMutation(GiveConsentDocument);
  const [withdraw, withdrawing] = useMutation(WithdrawConsentDocument);
  const busy = giving.loading || withdrawing.loading;

  const decide = async (item: string, given: boolean) => {
    try {
      await (given ? withdraw : give)({ variables: { item } });
      toast.show(t(given ? 'consentWithdrawn' : 'consentGiven'), { tone: 'success' });
      await refetch();
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };

  const notice = data?.noticeStanding;
  return (
    <Card
      title={t('consents')}
      help={(
        <>
          {t('consentsHelp')} <Link href="/privacy" underline="always">{t('notice')}</Link>
          {notice?.acknowledgedAt && <Box component="span"> · {t('noticeRead', { version: notice.acknowledgedVersion ?? 0, time: format.dateTime(notice.acknowledgedAt) })}</Box>}
        </>
      )}
    >
      {error && !data && <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={3} height={40} />}
      {data && (
        <Box component="ul" aria-label={t('consents')} sx={plainList}>
          {data.myConsents.map(({ item, name, purpose, without, sensitive, state, since }, index) => (
            <Line
              key={item} first={index === 0}
              name={<>{name}<StatusChip tone={TONES[state]}>{t(`consent.${state}`)}</StatusChip>{sensitive && <StatusChip tone="pending">{t('sensitive')}</StatusChip>}</>}
              about={(
                <>
                  <Typography component="span" sx={{ display: 'block', fontSize: 13 }}>{purpose}{t('stop')}</Typography>
                  <Typography component="span" sx={{ display: 'block', fontSize: 13 }}>{t('without', { without })}</Typography>
                  {since && <Typography component="span" sx={{ display: 'block', fontSize: 12 }}>{format.dateTime(since)}</Typography>}
                </>
              )}
              action={<Button size="small" variant={state === 'GIVEN' ? 'text' : 'outlined'} disabled={busy} aria-label={t(state === 'GIVEN' ? 'withdrawNamed' : 'giveNamed', { name })} onClick={() => void decide(item, state === 'GIVEN')}>{t(state === 'GIVEN' ? 'withdraw' : 'give')}</Button>}
            />
          ))}
        </Box>
      )}
    </Card>
  );
}
