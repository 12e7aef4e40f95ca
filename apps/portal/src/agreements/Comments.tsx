import { useState } from 'react';
import type { FormEvent } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { newKey } from '@gongjian/api';
import { SelectInput, TextInput, useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { CommentAgreementDocument, SettleCommentDocument } from './agreements.generated.ts';
import type { AgreementViewFragment } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';
import { useStep } from './useStep.ts';

/** Where a clause's own button leads. */
export const COMMENT_FIELD = 'agreement-comment';

/** What the parties say to each other about it. */
export function Comments({ agreement, about, onAbout }: { agreement: AgreementViewFragment; about: string; onAbout: (clauseId: string) => void }) {
  const t = useMessages(agreements);
  const format = useFormat();
  const [text, setText] = useState('');
  const [key, setKey] = useState(newKey);
  const [send] = useMutation(CommentAgreementDocument);
  const [settle] = useMutation(SettleCommentDocument);
  const [run, busy] = useStep();
  const numbers = new Map(agreement.clauses.map(({ id, number }) => [id, number]));
  const clauseId = numbers.has(about) ? about : '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    if (!(await run(() => send({ variables: { input: { agreementId: agreement.id, ...(clauseId && { clauseId }), text: text.trim() }, idempotencyKey: key } }), t('send')))) return;
    setText('');
    setKey(newKey());
  };

  return (
    <Panel title={t('comments')}>
      {agreement.comments.length === 0 && <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('noComments')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
        {agreement.comments.map((comment) => (
          <Box component="li" key={comment.id} sx={{ opacity: comment.settledAt ? 0.75 : 1 }}>
            <Typography variant="caption" sx={{ display: 'block', color: 'own.faint' }}>
              {[comment.person?.name, comment.organisation.shortName, format.dateTime(comment.createdAt), comment.clauseId && numbers.has(comment.clauseId) ? t('aboutClause', { number: numbers.get(comment.clauseId)! }) : ''].filter(Boolean).join(' · ')}
            </Typography>
            <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{comment.text}</Typography>
            {comment.settledAt
              ? <Typography variant="caption" sx={{ color: 'own.faint' }}>{t('settled', { name: comment.settledBy?.name ?? '' })}</Typography>
              : agreement.viewerCanDecide && <Button size="small" variant="text" onClick={() => void run(() => settle({ variables: { id: comment.id } }), t('settle'))}>{t('settle')}</Button>}
          </Box>
        ))}
      </Box>
      {agreement.viewerCanDecide && (
        <Box component="form" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 1, mt: 1.5 }}>
          {agreement.clauses.length > 0 && <SelectInput label={t('aboutWhat')} value={clauseId} onChange={onAbout} emptyLabel={t('aboutAll')} options={agreement.clauses.map(({ id, number }) => ({ value: id, label: t('clauseNumber', { number }) }))} />}
          <TextInput multiline minRows={2} id={COMMENT_FIELD} label={t('comment')} placeholder={t('commentPlaceholder')} value={text} onChange={setText} slotProps={{ htmlInput: { maxLength: 1000 } }} />
          <Button type="submit" size="small" loading={busy} disabled={!text.trim()} sx={{ justifySelf: 'end' }}>{t('send')}</Button>
        </Box>
      )}
    </Panel>
  );
}
