import type { ReactNode } from 'react';
import { Box } from '@mui/material';
import DoneIcon from '@mui/icons-material/CheckOutlined';
import NoIcon from '@mui/icons-material/CloseOutlined';
import WaitIcon from '@mui/icons-material/MoreHorizOutlined';
import { StatusChip, useFormat } from '@gongjian/ui';
import type { ApprovalState } from '@gongjian/api/schema.types.ts';
import { common, useMessages } from '../i18n/index.ts';
import { bookings } from './bookings.messages.ts';
import type { BookingPartsFragment } from './bookings.generated.ts';
import { Panel } from './Panel.tsx';

type Approval = BookingPartsFragment['approvals'][number];

const LOOKS = {
  WAITING: { tone: 'pending', icon: <WaitIcon /> },
  APPROVED: { tone: 'success', icon: <DoneIcon /> },
  REJECTED: { tone: 'danger', icon: <NoIcon /> },
} as const satisfies Record<ApprovalState, unknown>;

/** From the request over each owner's answer to the confirmation. */
export function ApprovalSteps({ booking }: { booking: BookingPartsFragment }) {
  const t = useMessages(bookings);
  const format = useFormat();
  const { approvals, state } = booking;
  return (
    <Panel title={t('section.approvals')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        <StepItem tone="success" icon={<DoneIcon />} title={t('submitted')} last={approvals.length === 0}>
          {t('submittedBy', { name: (booking.requestedBy?.name ?? booking.organisation.shortName), when: format.dateTime(booking.createdAt) })}
          {approvals.length === 0 && <Box>{t('noApproval')}</Box>}
        </StepItem>
        {approvals.map((approval, index) => (
          <ApprovalItem key={approval.id} approval={approval} closed={state !== 'PENDING'} last={index === approvals.length - 1 && state !== 'CONFIRMED'} />
        ))}
        {approvals.length > 0 && state === 'CONFIRMED' && <StepItem tone="success" icon={<DoneIcon />} title={t('confirmed')} last />}
      </Box>
    </Panel>
  );
}

function ApprovalItem({ approval, closed, last }: { approval: Approval; closed: boolean; last: boolean }) {
  const t = useMessages(bookings);
  const c = useMessages(common);
  const format = useFormat();
  const { tone, icon } = LOOKS[approval.state];
  // The booking is over without this answer.
  const idle = closed && approval.state === 'WAITING';
  const who = approval.decidedBy && approval.decidedAt ? { name: approval.decidedBy.name, when: format.dateTime(approval.decidedAt) } : undefined;
  return (
    <StepItem tone={idle ? 'maintenance' : tone} icon={icon} title={approval.owner.name} last={last} chip={idle ? t('noAnswerNeeded') : c(`approvalState.${approval.state}`)}>
      {who && approval.state === 'APPROVED' && <Box>{t('approvedBy', who)}</Box>}
      {who && approval.state === 'REJECTED' && <Box>{t('rejectedBy', who)}</Box>}
      {approval.reason && <Box sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}>{t('rejectedReason', { reason: approval.reason })}</Box>}
      {approval.resources.length > 0 && <Box>{t('partOf', { names: approval.resources.map((each) => each.name).join(t('listMark')) })}</Box>}
    </StepItem>
  );
}

interface StepProps {
  tone: 'pending' | 'success' | 'danger' | 'maintenance';
  icon: ReactNode;
  title: string;
  chip?: string;
  last: boolean;
  children?: ReactNode;
}

function StepItem({ tone, icon, title, chip, last, children }: StepProps) {
  const colour = (part: string) => `var(--gj-palette-own-status-${tone}-${part})`;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25 }}>
      <Box aria-hidden sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }}>
        <Box sx={{ width: 22, height: 22, borderRadius: '50%', display: 'flex', alignItems: 'center', justifyContent: 'center', flex: 'none', color: colour('text'), bgcolor: colour('tint'), border: `1px ${tone === 'pending' ? 'dashed' : 'solid'} ${colour('bar')}`, '& svg': { fontSize: 14 } }}>
          {icon}
        </Box>
        {!last && <Box sx={{ width: '1px', flex: 1, bgcolor: 'own.lineStrong', my: 0.5 }} />}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, pb: last ? 0 : 1.5 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center', minHeight: 22 }}>
          <Box component="span" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{title}</Box>
          {chip && <StatusChip tone={tone} {...(tone === 'maintenance' && { pattern: 'solid' as const })}>{chip}</StatusChip>}
        </Box>
        <Box sx={{ fontSize: 13, color: 'own.faint' }}>{children}</Box>
      </Box>
    </Box>
  );
}
