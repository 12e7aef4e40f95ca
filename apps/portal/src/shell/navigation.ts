import HomeIcon from '@mui/icons-material/SpaceDashboardOutlined';
import TimelineIcon from '@mui/icons-material/ViewTimelineOutlined';
import BookingsIcon from '@mui/icons-material/EventNoteOutlined';
import ResourcesIcon from '@mui/icons-material/PrecisionManufacturingOutlined';
import ImportsIcon from '@mui/icons-material/UploadFileOutlined';
import MembersIcon from '@mui/icons-material/ApartmentOutlined';
import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import DataProtectionIcon from '@mui/icons-material/PrivacyTipOutlined';
import OutboxIcon from '@mui/icons-material/OutboxOutlined';
import PeopleIcon from '@mui/icons-material/PeopleOutlined';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import ProvidersIcon from '@mui/icons-material/VpnKeyOutlined';
import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import DevelopersIcon from '@mui/icons-material/ApiOutlined';
import GrantsIcon from '@mui/icons-material/KeyOutlined';
import AgreementsIcon from '@mui/icons-material/HandshakeOutlined';
import PoolsIcon from '@mui/icons-material/WorkspacesOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import type { Role } from '@gongjian/api/schema.types.ts';
import type { Access, Me } from '../session/index.ts';

export interface NavigationItem {
  key: 'home' | 'consortia' | 'timeline' | 'bookings' | 'resources' | 'pools' | 'agreements' | 'grants' | 'imports' | 'members' | 'people' | 'calendar' | 'providers' | 'settings' | 'holidays' | 'audit' | 'dataProtection' | 'developers' | 'outbox';
  href: string;
  icon: SvgIconComponent;
}

export interface NavigationGroup {
  key: 'group.work' | 'group.things' | 'group.manage';
  items: NavigationItem[];
}

/** What the person may do; the rest is not there. */
export function navigationFor(me: Me, access: Access): NavigationGroup[] {
  const inside = me.consortium !== null;
  const seesPeople = me.viewerCanManagePeople || me.roles.some((role) => seeEverybody.includes(role));
  const groups: (NavigationGroup | false)[] = [
    {
      key: 'group.work',
      items: [
        // The operator has no consortium to look over: their first page lists them all.
        { key: inside ? 'home' : 'consortia', href: '/', icon: HomeIcon },
        ...(inside && me.viewerSharesContent
          ? [
              { key: 'timeline', href: '/timeline', icon: TimelineIcon } as const,
              { key: 'bookings', href: '/bookings', icon: BookingsIcon } as const,
              { key: 'calendar', href: '/calendar', icon: CalendarIcon } as const,
            ]
          : [{ key: 'holidays', href: '/holidays', icon: CalendarIcon } as const]),
        ...(me.roles.includes('PLATFORM_OPERATOR') ? [{ key: 'outbox', href: '/outbox', icon: OutboxIcon } as const] : []),
      ],
    },
    inside && me.viewerSharesContent && {
      key: 'group.things',
      items: [
        { key: 'resources', href: '/resources', icon: ResourcesIcon },
        ...(me.roles.every((role) => role === 'STUDENT') ? [] : [{ key: 'pools', href: '/pools', icon: PoolsIcon } as const, { key: 'agreements', href: '/agreements', icon: AgreementsIcon } as const, { key: 'grants', href: '/grants', icon: GrantsIcon } as const]),
        ...(access.canImport ? [{ key: 'imports', href: '/imports', icon: ImportsIcon } as const] : []),
      ],
    },
    (inside || me.viewerReadsAudit || me.viewerReadsDataRegister) && {
      key: 'group.manage',
      items: [
        ...(inside ? [{ key: 'members', href: '/members', icon: MembersIcon } as const] : []),
        ...(inside && seesPeople ? [{ key: 'people', href: '/people', icon: PeopleIcon } as const] : []),
        ...(me.viewerReadsAudit ? [{ key: 'audit', href: '/audit', icon: AuditIcon } as const] : []),
        ...(me.viewerReadsDataRegister && me.consortium ? [{ key: 'dataProtection', href: '/data-protection', icon: DataProtectionIcon } as const] : []),
        ...(inside && me.viewerDevelops ? [{ key: 'developers', href: '/developers', icon: DevelopersIcon } as const] : []),
        ...(inside && me.viewerKeepsIdentityProviders ? [{ key: 'providers', href: '/identity-providers', icon: ProvidersIcon } as const] : []),
        ...(me.consortium?.settings?.viewerCanUpdate ? [{ key: 'settings', href: '/settings', icon: SettingsIcon } as const] : []),
      ],
    },
  ];
  return groups.filter((group) => group !== false);
}

const seeEverybody: readonly Role[] = ['SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR'];

/** What everybody may read of themselves is no part of the log that some may read. */
const APART: readonly string[] = ['/audit/mine'];

export const isHere = (href: string, pathname: string) => (href === '/' || APART.includes(pathname) ? pathname === href : pathname === href || pathname.startsWith(`${href}/`));
