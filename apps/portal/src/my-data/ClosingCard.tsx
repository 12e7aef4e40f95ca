import { useState } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, ErrorState, SkeletonLines, useFormat, useToast } from '@gongjian/ui';
import { Card } from '../account/Card.tsx';
import { unlessLetGo, useProved } from '../account/Proof.tsx';
import { useAgainInLanguage } from '../audit/useAgainInLanguage.ts';
import { useMessages } from '../i18n/index.ts';
import { CloseAccountDocument, MyClosingDocument, WithdrawClosingDocument } from './my-data.generated.ts';
import type { MyClosingPartsFragment } from './my-data.generated.ts';
import { myData } from './my-data.messages.ts';

/** Closing one's account: what stands in the way, what goes and what stays, and a way back for some days. */
export function ClosingCard() {
  const t = useMessages(myData);
  const { data, error, refetch } = useQuery(MyClosingDocument, { fetchPolicy: 'network-only' });
  useAgainInLanguage(refetch);
  const [asking, setAsking] = useState(false);
  const mine = data?.myClosing;
  const open = mine?.closing && (mine.closing.state === 'ASKED' || mine.closing.state === 'WAITING');
  const blocked = (mine?.obstacles.length ?? 0) > 0;
  return (
    <Card title={t('closing')} help={t('closingHelp')} action={mine && !open && !blocked && <Button color="error" onClick={() => setAsking(true)}>{t('closeAccount')}</Button>}>
      {error && !mine && <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />}
      {!mine && !error && <SkeletonLines lines={2} height={40} />}
      {open && <Standing closing={mine.closing!} onChange={() => void refetch()} />}
      {mine?.closing?.state === 'REFUSED' && <Alert severity="info" sx={{ mb: 1 }}>{t('closingRefused', { reason: mine.closing.reason ?? '' })}</Alert>}
      {mine && !open && blocked && (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Typography variant="body2">{t('closingFirst')}</Typography>
          {mine.obstacles.map(({ code, text, link }) => (
            <Alert key={code} severity="warning" action={link && <Button size="small" color="inherit" href={link}>{t('closingGo')}</Button>}>{text}</Alert>
          ))}
        </Box>
      )}
      {asking && mine && <CloseDialog mine={mine} onClose={() => setAsking(false)} onDone={() => void refetch()} />}
    </Card>
  );
}

function Standing({ closing: { state, answerBy, dueAt, keepUntil, reason, blockedText }, onChange }: { closing: NonNullable<MyClosingPartsFragment['closing']>; onChange: () => void }) {
  const t = useMessages(myData);
  const format = useFormat();
  const toast = useToast();
  const [withdraw, { loading }] = useMutation(WithdrawClosingDocument);
  const takeBack = async () => {
    try {
      await withdraw();
      toast.show(t('closingWithdrawn'), { tone: 'success' });
      onChange();
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };
  return (
    <Alert severity={blockedText ? 'warning' : 'info'} action={<Button size="small" color="inherit" loading={loading} onClick={() => void takeBack()}>{t('closingUndo')}</Button>}>
      {state === 'ASKED' ? t('closingAsked', { day: format.date(answerBy) }) : t('closingWaits', { time: format.dateTime(dueAt) })}
      {keepUntil && <Box>{t('closingKept', { day: format.day(keepUntil), reason: reason ?? '' })}</Box>}
      {blockedText && <Box>{t('closingBlocked', { reason: blockedText })}</Box>}
    </Alert>
  );
}

function CloseDialog({ mine, onClose, onDone }: { mine: MyClosingPartsFragment; onClose: () => void; onDone: () => void }) {
  const t = useMessages(myData);
  const toast = useToast();
  const prove = useProved();
  const [close] = useMutation(CloseAccountDocument);
  const list = (title: string, lines: readonly string[]) => (
    <Box>
      <Typography variant="h3" sx={{ mb: 0.5 }}>{title}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 14, lineHeight: 1.7 }}>{lines.map((line) => <li key={line}>{line}</li>)}</Box>
    </Box>
  );
  return (
    <ConfirmDialog
      open danger maxWidth="sm" title={t('closeTitle')} confirmLabel={t('closeConfirm')} errorText={errorText} onClose={onClose}
      onConfirm={async () => {
        if ((await unlessLetGo(prove(() => close()))) === undefined) return;
        toast.show(t(mine.needsDecision ? 'closeAsked' : 'closeBegun', { days: mine.days }), { tone: 'success' });
        onDone();
      }}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        {list(t('goes'), [t('goes.account'), t('goes.name'), t('goes.register'), t('goes.messages')])}
        {list(t('stays'), [t('stays.books'), t('stays.audit'), t('stays.consents')])}
        <Typography variant="body2">{mine.needsDecision ? t('closeNeedsDecision', { days: mine.days }) : t('closeUndo', { days: mine.days })}</Typography>
        <Typography variant="body2">{t('closeExport')}</Typography>
      </Box>
    </ConfirmDialog>
  );
}
