import { useState } from 'react';
import { IconButton, Menu, MenuItem, Typography } from '@mui/material';
import MoreIcon from '@mui/icons-material/MoreHorizOutlined';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, DayInput, dayOf, useFormat, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { EndMembershipDocument } from './members.generated.ts';
import type { MemberRowFragment } from './members.generated.ts';
import { members } from './members.messages.ts';

/** What can be done with a member: see its resources, let it go. */
export function MemberMenu({ member, canEnd }: { member: MemberRowFragment; canEnd: boolean }) {
  const t = useMessages(members);
  const { timeZone } = useFormat();
  const toast = useToast();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [ending, setEnding] = useState(false);
  const [until, setUntil] = useState(() => dayOf(new Date(), timeZone));
  const [endMembership] = useMutation(EndMembershipDocument);

  return (
    <>
      <IconButton
        aria-label={t('actionsFor', { name: member.name })}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ color: 'text.secondary' }}
      >
        <MoreIcon />
      </IconButton>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        <MenuItem href={`/resources?ownerIds=${member.id}`} component="a">{t('resources')}</MenuItem>
        {canEnd && (
          <MenuItem
            sx={{ color: 'error.main' }}
            onClick={() => {
              setAnchor(null);
              setEnding(true);
            }}
          >
            {t('end')}
          </MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        open={ending}
        danger
        title={t('endTitle', { name: member.name })}
        confirmLabel={t('end')}
        disabled={!until}
        onClose={() => setEnding(false)}
        errorText={errorText}
        onConfirm={async () => {
          await endMembership({ variables: { id: member.membership.id, until } });
          toast.show(t('ended', { name: member.name }), { tone: 'success' });
        }}
      >
        <Typography variant="body2" sx={{ mb: 2 }}>{t('endHelp')}</Typography>
        <DayInput label={t('endDay')} value={until} onChange={setUntil} />
      </ConfirmDialog>
    </>
  );
}
