import { useState } from 'react';
import { Alert, Box, Button, Menu, MenuItem, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { useNavigate, useParams } from 'react-router';
import { errorText, newKey } from '@gongjian/api';
import { addDays, ConfirmDialog, EmptyState, ErrorState, PageHeader, SkeletonPage, useFormat, useToast } from '@gongjian/ui';
import { ProofProvider } from '../account/Proof.tsx';
import { FindingBody, VerdictChip } from '../findings/FindingBody.tsx';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { Facts, Panel } from '../shell/Facts.tsx';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { AgreementDialog } from './AgreementDialog.tsx';
import { AgreementPageDocument, AmendAgreementDocument, RenewAgreementDocument, ReopenAgreementDocument, ResumeAgreementDocument, WithdrawAgreementDocument } from './agreements.generated.ts';
import type { AgreementViewFragment } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';
import { AgreementStateChip } from './AgreementsPage.tsx';
import { Clauses } from './Clauses.tsx';
import { COMMENT_FIELD, Comments } from './Comments.tsx';
import { EndDialog } from './EndDialog.tsx';
import { SignDialog } from './SignDialog.tsx';
import { useStep } from './useStep.ts';

export default function AgreementPage() {
  const t = useMessages(agreements);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AgreementPageDocument, { variables: { id } });
  usePageTitle(data?.agreement?.title);

  if (error && !data) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonPage />;
  if (!data.agreement) return <EmptyState title={t('notFoundTitle')} action={<Button href="/agreements">{t('toList')}</Button>}>{t('notFoundHelp')}</EmptyState>;
  return <ProofProvider><AgreementBody agreement={data.agreement} /></ProofProvider>;
}

type Dialogs = 'edit' | 'sign' | 'suspend' | 'terminate' | 'reopen' | 'withdraw';

function AgreementBody({ agreement }: { agreement: AgreementViewFragment }) {
  const t = useMessages(agreements);
  const format = useFormat();
  const [dialog, setDialog] = useState<Dialogs>();
  const [about, setAbout] = useState('');
  const close = () => setDialog(undefined);
  const comment = (clauseId: string) => {
    setAbout(clauseId);
    document.getElementById(COMMENT_FIELD)?.focus();
  };
  const { state } = agreement;
  return (
    <>
      <PageHeader title={agreement.title} description={[agreement.number, t(`kind.${agreement.kind}`)].join(' · ')} actions={<Actions agreement={agreement} open={setDialog} />} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {agreement.suspendedAt && <Alert severity="warning">{t('suspended', { organisation: agreement.suspendedFor?.name ?? '', day: format.dateTime(agreement.suspendedAt), reason: agreement.suspendReason ?? '' })}</Alert>}
        {agreement.endsOn && <Alert severity="warning">{t('endsOn', { day: format.day(agreement.endsOn) })}{agreement.endReason ? `：${agreement.endReason}` : ''}</Alert>}
        {state === 'DRAFT' && agreement.viewerCanDecide && !agreement.viewerCanSign && agreement.clauses.length > 0 && <Alert severity="info">{t('waitAccept')}</Alert>}
        {state === 'SIGNING' && !agreement.viewerCanSign && <Alert severity="info">{t('waitOthers')}</Alert>}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 340px' }, alignItems: 'start' }}>
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            <Clauses agreement={agreement} onComment={comment} />
            <Comments agreement={agreement} about={about} onAbout={setAbout} />
          </Box>
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            <Parties agreement={agreement} />
            <About agreement={agreement} />
            <Rules agreement={agreement} />
          </Box>
        </Box>
      </Box>
      {dialog === 'edit' && <AgreementDialog agreement={agreement} onClose={close} onDone={() => undefined} />}
      {dialog === 'sign' && <SignDialog agreement={agreement} onClose={close} />}
      {(dialog === 'suspend' || dialog === 'terminate') && <EndDialog agreement={agreement} how={dialog} onClose={close} />}
      {(dialog === 'reopen' || dialog === 'withdraw') && <TakeBackDialog agreement={agreement} how={dialog} onClose={close} />}
    </>
  );
}

/** The one thing that is next, and the rest in a menu. */
function Actions({ agreement, open }: { agreement: AgreementViewFragment; open: (dialog: Dialogs) => void }) {
  const t = useMessages(agreements);
  const { me } = useSession();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [key] = useState(newKey);
  const [resume] = useMutation(ResumeAgreementDocument);
  const [amend] = useMutation(AmendAgreementDocument);
  const [renew] = useMutation(RenewAgreementDocument);
  const [run, busy] = useStep();
  const { id, state, viewerCanDecide } = agreement;
  const counts = state === 'IN_FORCE' || state === 'COMING' || state === 'SUSPENDED';
  const start = async (draft: () => Promise<string | undefined>, done: string) => {
    const made: { id?: string } = {};
    if (await run(async () => { made.id = await draft(); }, done)) await navigate(`/agreements/${made.id}`);
  };
  const startAmendment = () => start(async () => (await amend({ variables: { id, idempotencyKey: key } })).data?.amendAgreement.id, t('amended'));
  const startRenewal = () => start(async () => (await renew({ variables: { id, idempotencyKey: key } })).data?.renewAgreement.id, t('renewalDrafted'));
  const items: [boolean, string, () => void][] = [
    [agreement.clauses.some(({ kind }) => kind === 'RESOURCE_USE' || kind === 'EXCHANGE') && agreement.signedAt !== null, t('ledger'), () => void navigate(`/agreements/${id}/ledger`)],
    [true, t('word'), () => location.assign(`/agreements/${id}/agreement.docx`)],
    [true, t('pdf'), () => location.assign(`/agreements/${id}/agreement.pdf`)],
    [viewerCanDecide && counts && !agreement.amendedBy, t('amend'), () => void startAmendment()],
    [viewerCanDecide && (state === 'IN_FORCE' || state === 'SUSPENDED' || state === 'EXPIRED') && !agreement.renewedBy, t('renew'), () => void startRenewal()],
    [viewerCanDecide && state === 'SUSPENDED' && agreement.suspendedFor?.id === me.organisation?.id, t('resume'), () => void run(() => resume({ variables: { id } }), t('resumed'))],
    [viewerCanDecide && (state === 'IN_FORCE' || state === 'COMING'), t('suspend'), () => open('suspend')],
    [viewerCanDecide && counts && !agreement.endsOn, t('terminate'), () => open('terminate')],
    [viewerCanDecide && state === 'SIGNING', t('reopen'), () => open('reopen')],
    [viewerCanDecide && (state === 'DRAFT' || state === 'SIGNING'), t('withdraw'), () => open('withdraw')],
  ];
  const possible = items.filter(([may]) => may);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
      <AgreementStateChip state={state} />
      {agreement.viewerCanUpdate && <Button onClick={() => open('edit')}>{t('edit')}</Button>}
      <Button loading={busy} aria-haspopup="menu" aria-expanded={Boolean(anchor)} onClick={(event) => setAnchor(event.currentTarget)}>{t('more')}</Button>
      {agreement.viewerCanSign && <Button variant="contained" color="primary" onClick={() => open('sign')}>{t('sign')}</Button>}
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {possible.map(([, label, go]) => <MenuItem key={label} onClick={() => { setAnchor(null); go(); }}>{label}</MenuItem>)}
      </Menu>
    </Box>
  );
}

function Parties({ agreement }: { agreement: AgreementViewFragment }) {
  const t = useMessages(agreements);
  const format = useFormat();
  return (
    <Panel title={t('parties')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
        {agreement.parties.map(({ id, letter, organisation, accepted, signature, consortium, forConsortium }) => (
          <li key={id}>
            <Typography sx={{ fontSize: 14, overflowWrap: 'anywhere' }}><Box component="span" sx={{ color: 'own.faint', mr: 1 }}>{letter}</Box>{organisation.name}</Typography>
            {(consortium ?? forConsortium) && <Typography variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{consortium ? t(forConsortium ? 'wholeOf' : 'guestOf', { consortium: consortium.name }) : t('whole')}</Typography>}
            <Typography variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{agreement.state === 'DRAFT' ? t('acceptedOf', { accepted, all: agreement.clauses.length }) : signature ? t('signedBy', { name: signature.personName ?? '', office: signature.office, day: format.dateTime(signature.signedAt) }) : t('notSigned')}</Typography>
          </li>
        ))}
      </Box>
    </Panel>
  );
}

function About({ agreement }: { agreement: AgreementViewFragment }) {
  const t = useMessages(agreements);
  const format = useFormat();
  const { since, until, amends, amendedBy, renews, renewedBy } = agreement;
  return (
    <Panel title={t('facts')}>
      <Facts
        items={[
          { label: t('term'), value: <Box component="span" sx={{ wordBreak: 'keep-all' }}>{t('termText', { since: format.day(since), until: format.day(addDays(until, -1)) })}</Box> },
          { label: t('noticeDays'), value: t('days', { count: agreement.noticeDays }) },
          { label: t('purpose'), value: agreement.purpose },
          { label: t('draftedBy'), value: [agreement.draftedBy?.name, agreement.draftedFor.name].filter(Boolean).join(' · ') },
          { label: t('amends'), value: amends && <Button size="small" variant="text" href={`/agreements/${amends.id}`}>{amends.number}</Button> },
          { label: t('renews'), value: renews && <Button size="small" variant="text" href={`/agreements/${renews.id}`}>{renews.number}</Button> },
          { label: t('renewedBy'), value: renewedBy && <Button size="small" variant="text" href={`/agreements/${renewedBy.id}`}>{renewedBy.number}</Button> },
          { label: t('amendedBy'), value: amendedBy && <Button size="small" variant="text" href={`/agreements/${amendedBy.id}`}>{amendedBy.number}</Button> },
        ]}
      />
      <Typography variant="caption" sx={{ display: 'block', mt: 1, color: 'own.faint', overflowWrap: 'anywhere' }}>{t('hash')}<br /><Box component="span" sx={{ fontFamily: 'monospace' }}>{agreement.textHash}</Box></Typography>
    </Panel>
  );
}

function Rules({ agreement }: { agreement: AgreementViewFragment }) {
  const t = useMessages(agreements);
  const format = useFormat();
  return (
    <Panel title={t('findings')}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {agreement.findings.map((finding) => (
          <Box component="details" key={finding.ruleId} sx={{ fontSize: 14 }}>
            <Box component="summary" sx={{ cursor: 'pointer' }}><VerdictChip verdict={finding.verdict} /> {finding.verdict === 'PASS' ? finding.title : finding.message}</Box>
            <Box sx={{ mt: 1 }}><FindingBody finding={{ ...finding, checkedAt: format.dateTime(finding.checkedAt) }} /></Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

function TakeBackDialog({ agreement, how, onClose }: { agreement: AgreementViewFragment; how: 'reopen' | 'withdraw'; onClose: () => void }) {
  const t = useMessages(agreements);
  const toast = useToast();
  const [reopen] = useMutation(ReopenAgreementDocument);
  const [withdraw] = useMutation(WithdrawAgreementDocument);
  return (
    <ConfirmDialog
      open danger title={how === 'reopen' ? t('reopen') : t('withdrawTitle')} confirmLabel={t(how)} errorText={errorText} onClose={onClose}
      onConfirm={async () => {
        await (how === 'reopen' ? reopen : withdraw)({ variables: { id: agreement.id } });
        toast.show(t(how === 'reopen' ? 'reopened' : 'withdrawn'), { tone: 'success' });
      }}
    >
      <Typography variant="body2">{t(how === 'reopen' ? 'reopenHelp' : 'withdrawHelp')}</Typography>
    </ConfirmDialog>
  );
}
