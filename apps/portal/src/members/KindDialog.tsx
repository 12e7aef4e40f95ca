import { useState } from 'react';
import { Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { MembershipKind } from '@gongjian/api/schema.types.ts';
import { ConfirmDialog, SelectInput, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { allMembershipKinds } from './kinds.ts';
import { members } from './members.messages.ts';
import { ChangeMembershipDocument } from './members.generated.ts';

interface Props {
  member: { name: string; membership: { id: string; kind: MembershipKind } };
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

/** Lead unit, council member or member: from today on. */
export function KindDialog({ member, onClose, onDone }: Props) {
  const t = useMessages(members);
  const words = useMessages(common);
  const toast = useToast();
  const [kind, setKind] = useState<MembershipKind>(member.membership.kind);
  const [change] = useMutation(ChangeMembershipDocument);
  return (
    <ConfirmDialog
      open title={t('changeKind')} confirmLabel={words('save')} errorText={errorText} onClose={onClose} disabled={kind === member.membership.kind}
      onConfirm={async () => {
        await change({ variables: { id: member.membership.id, kind } });
        toast.show(words('saved'), { tone: 'success' });
        await onDone();
      }}
    >
      <Typography variant="body2" sx={{ mb: 2 }}>{t('changeKindHelp', { name: member.name })}</Typography>
      <SelectInput<MembershipKind> label={t('membership')} value={kind} onChange={setKind} options={allMembershipKinds.map((value) => ({ value, label: words(`membershipKind.${value}`) }))} />
    </ConfirmDialog>
  );
}
