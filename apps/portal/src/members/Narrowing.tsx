import { Box, Checkbox, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { Narrowable, Role } from '@gongjian/api/schema.types.ts';
import { useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { members } from './members.messages.ts';
import { NarrowRoleDocument } from './members.generated.ts';
import type { MemberPageQuery } from './members.generated.ts';

type Member = NonNullable<MemberPageQuery['organisation']>;

/** What each role has that an organisation can take from it. */
const ROLES: Partial<Record<Role, readonly Narrowable[]>> = {
  RESOURCE_KEEPER: ['BOOK', 'DECIDE', 'BLOCK', 'KEEP', 'IMPORT', 'EXPORT', 'REVEAL'],
  COORDINATOR: ['BOOK', 'EXPORT'],
  TEACHER: ['BOOK', 'EXPORT'],
  ENGINEER: ['BOOK', 'EXPORT'],
};
const COLUMNS: readonly Narrowable[] = ['BOOK', 'DECIDE', 'BLOCK', 'KEEP', 'IMPORT', 'EXPORT', 'REVEAL'];

/** What the organisation leaves of roles to its own people; its administrator decides. */
export function Narrowing({ member }: { member: Member }) {
  const t = useMessages(members);
  const words = useMessages(common);
  const toast = useToast();
  const format = useFormat();
  const [narrow, { loading }] = useMutation(NarrowRoleDocument);
  const deniedTo = (role: Role): readonly Narrowable[] => member.narrowedRoles.find((each) => each.role === role)?.denied ?? [];
  const roles = Object.entries(ROLES) as [Role, readonly Narrowable[]][];

  if (!member.viewerCanNarrow) {
    return (
      <Panel title={t('narrowing')}>
        {member.narrowedRoles.length === 0 ? <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('narrowingNone')}</Typography> : member.narrowedRoles.map(({ role, denied }) => (
          <Typography key={role} variant="body2">{t('narrowMissing', { role: words(`role.${role}`), what: format.list(denied.map((each) => t(`narrow.${each}`))) })}</Typography>
        ))}
      </Panel>
    );
  }

  const change = async (role: Role, what: Narrowable, left: boolean) => {
    const denied = left ? deniedTo(role).filter((each) => each !== what) : [...deniedTo(role), what];
    try {
      await narrow({ variables: { organisationId: member.id, role, denied } });
      toast.show(t('narrowed', { role: words(`role.${role}`) }), { tone: 'success' });
    } catch (error) {
      toast.show(errorText(error), { tone: 'error' });
    }
  };

  return (
    <Panel title={t('narrowing')}>
      <Typography variant="caption" sx={{ display: 'block', color: 'own.faint', mb: 1 }}>{t('narrowingHelp')}</Typography>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('narrowing')}>
        <Box component="table" sx={{ borderCollapse: 'collapse', fontSize: 13, '& th': { fontWeight: 400, color: 'own.faint', textAlign: 'center', px: { xs: 0.25, sm: 0.5 }, whiteSpace: 'nowrap' }, '& th:first-of-type': { textAlign: 'left' }, '& tbody th': { color: 'text.primary' }, '& td': { textAlign: 'center' } }}>
          <thead><tr><th scope="col">{t('narrowingRole')}</th>{COLUMNS.map((what) => <th key={what} scope="col">{t(`narrow.${what}`)}</th>)}</tr></thead>
          <tbody>
            {roles.map(([role, has]) => (
              <tr key={role}>
                <th scope="row">{words(`role.${role}`)}</th>
                {COLUMNS.map((what) => (
                  <td key={what}>{has.includes(what) ? <Checkbox size="small" disabled={loading} checked={!deniedTo(role).includes(what)} onChange={(_, left) => void change(role, what, left)} slotProps={{ input: { 'aria-label': t('narrowCell', { role: words(`role.${role}`), what: t(`narrow.${what}`) }) } }} /> : '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Panel>
  );
}
