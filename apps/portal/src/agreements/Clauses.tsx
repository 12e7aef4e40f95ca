import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, EmptyState, StatusChip, useFormat, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { AcceptClauseDocument, RemoveClauseDocument, WithdrawAcceptanceDocument } from './agreements.generated.ts';
import type { AgreementViewFragment, ClauseViewFragment } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';
import { ClauseDialog } from './ClauseDialog.tsx';
import { useStep } from './useStep.ts';

/** What parties give each other, one by one, and who has accepted it. */
export function Clauses({ agreement, onComment }: { agreement: AgreementViewFragment; onComment: (clauseId: string) => void }) {
  const t = useMessages(agreements);
  const { me } = useSession();
  const [editing, setEditing] = useState<ClauseViewFragment | 'new'>();
  const [removing, setRemoving] = useState<ClauseViewFragment>();
  const [accept] = useMutation(AcceptClauseDocument);
  const [run, busy] = useStep();
  const { clauses, viewerCanUpdate } = agreement;
  const open = clauses.filter(({ acceptedBy }) => !acceptedBy.some(({ id }) => id === me.organisation?.id));
  const mayAccept = agreement.viewerCanDecide && agreement.state === 'DRAFT';

  const acceptAll = () => run(async () => {
    for (const { id, version } of open) await accept({ variables: { id, version } });
  }, t('acceptedAll'));
  const add = viewerCanUpdate && <Button size="small" startIcon={<AddIcon />} onClick={() => setEditing('new')}>{t('addClause')}</Button>;

  return (
    <Panel
      title={t('clauses')}
      action={(
        <Box sx={{ display: 'flex', gap: 1 }}>
          {mayAccept && open.length > 1 && <Button size="small" loading={busy} onClick={() => void acceptAll()}>{t('acceptAll', { count: open.length })}</Button>}
          {clauses.length > 0 && add}
        </Box>
      )}
    >
      {clauses.length === 0 && <EmptyState dense title={t('noClauses')} action={add}>{t('noClausesHelp')}</EmptyState>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {clauses.map((clause) => (
          <ClauseItem key={clause.id} clause={clause} canEdit={viewerCanUpdate} canAccept={mayAccept} onEdit={() => setEditing(clause)} onRemove={() => setRemoving(clause)} comments={agreement.comments.filter(({ clauseId, settledAt }) => clauseId === clause.id && !settledAt).length} {...(agreement.viewerCanDecide && { onComment: () => onComment(clause.id) })} />
        ))}
      </Box>
      {editing && <ClauseDialog agreement={agreement} {...(editing !== 'new' && { clause: editing })} onClose={() => setEditing(undefined)} />}
      {removing && <RemoveDialog clause={removing} onClose={() => setRemoving(undefined)} />}
    </Panel>
  );
}

interface ItemProps {
  clause: ClauseViewFragment;
  canEdit: boolean;
  canAccept: boolean;
  onEdit: () => void;
  onRemove: () => void;
  /** That nobody has settled. */
  comments: number;
  onComment?: () => void;
}

function ClauseItem({ clause, canEdit, canAccept, onEdit, onRemove, comments, onComment }: ItemProps) {
  const t = useMessages(agreements);
  const format = useFormat();
  const { me } = useSession();
  const [accept] = useMutation(AcceptClauseDocument);
  const [retract] = useMutation(WithdrawAcceptanceDocument);
  const [run, busy] = useStep();
  const { id, number, version, kind, sentence, acceptedBy } = clause;
  const said = comments > 0 ? t('commentsOf', { count: comments }) : t('commentsNone');
  const mine = acceptedBy.some((each) => each.id === me.organisation?.id);
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Typography component="h3" sx={{ fontWeight: 600, fontSize: 14 }}>{t('clauseNumber', { number })}</Typography>
        <StatusChip tone="maintenance" pattern="solid">{t(`clause.${kind}`)}</StatusChip>
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{sentence}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 0.5 }}>
        <Typography variant="caption" sx={{ color: 'own.faint', flex: { xs: '1 1 100%', sm: '1 1 160px' } }}>{acceptedBy.length > 0 && t('acceptedBy', { names: format.list(acceptedBy.map(({ shortName }) => shortName)) })}</Typography>
        {canAccept && !mine && <Button size="small" variant="outlined" color="primary" loading={busy} onClick={() => void run(() => accept({ variables: { id, version } }), t('accepted', { number }))} aria-label={`${t('accept')} ${t('clauseNumber', { number })}`}>{t('accept')}</Button>}
        {canAccept && mine && <Button size="small" variant="text" loading={busy} onClick={() => void run(() => retract({ variables: { id } }), t('retracted', { number }))} aria-label={`${t('retract')} ${t('clauseNumber', { number })}`}>{t('retract')}</Button>}
        {onComment && <Button size="small" variant="text" onClick={onComment} aria-label={`${said} ${t('clauseNumber', { number })}`}>{said}</Button>}
        {canEdit && <Button size="small" variant="text" onClick={onEdit} aria-label={t('editClause', { number })}>{t('edit')}</Button>}
        {canEdit && <Button size="small" variant="text" sx={{ color: 'error.main' }} onClick={onRemove} aria-label={t('removeClause', { number })}>{t('remove')}</Button>}
      </Box>
    </Box>
  );
}

function RemoveDialog({ clause, onClose }: { clause: ClauseViewFragment; onClose: () => void }) {
  const t = useMessages(agreements);
  const toast = useToast();
  const [remove] = useMutation(RemoveClauseDocument);
  return (
    <ConfirmDialog
      open danger title={t('removeClause', { number: clause.number })} confirmLabel={t('remove')} errorText={errorText} onClose={onClose}
      onConfirm={async () => {
        await remove({ variables: { id: clause.id, version: clause.version } });
        toast.show(t('removed'), { tone: 'success' });
      }}
    >
      <Typography variant="body2">{clause.sentence}</Typography>
      <Typography variant="body2" sx={{ color: 'own.faint', mt: 1 }}>{t('removeHelp')}</Typography>
    </ConfirmDialog>
  );
}
