import EquipmentIcon from '@mui/icons-material/PrecisionManufacturingOutlined';
import VenueIcon from '@mui/icons-material/MeetingRoomOutlined';
import TeacherIcon from '@mui/icons-material/SchoolOutlined';
import EngineerIcon from '@mui/icons-material/EngineeringOutlined';
import BookingIcon from '@mui/icons-material/EventNoteOutlined';
import PersonIcon from '@mui/icons-material/PersonOutlineOutlined';
import OrganisationIcon from '@mui/icons-material/ApartmentOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ResourceKind } from '@gongjian/api/schema.types.ts';
import type { Format } from '@gongjian/ui';
import type { common, Translate } from '../i18n/index.ts';
import type { Entry } from './entries.ts';
import type { SearchEverywhereQuery } from './search.generated.ts';
import type { search } from './search.messages.ts';

const KINDS: Record<ResourceKind, SvgIconComponent> = { EQUIPMENT: EquipmentIcon, VENUE: VenueIcon, TEACHER: TeacherIcon, ENGINEER: EngineerIcon };
export const RECENT_ICONS = { resource: EquipmentIcon, booking: BookingIcon, person: PersonIcon, organisation: OrganisationIcon } as const;

interface Words {
  t: Translate<(typeof search)['zh-CN']>;
  words: Translate<(typeof common)['zh-CN']>;
  format: Format;
  /** May open the page of people, on which one is shown by name. */
  opensPeople: boolean;
}

const line = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ');

/** What the server found as lines: what it is, and where the words are when not in its name. */
export function hitsOf(data: SearchEverywhereQuery, { t, words, format, opensPeople }: Words): Entry[] {
  const resources = (data.resources ?? []).map(({ resource, matchedBy }): Entry => ({
    id: `resource-${resource.id}`,
    group: 'resources',
    title: resource.name,
    subtitle: line(
      resource.code,
      matchedBy === 'MODEL' && resource.model,
      matchedBy === 'KEEPER' && resource.keeper && t('keeper', { name: resource.keeper }),
      resource.place,
      resource.owner.shortName,
      resource.state !== 'IN_USE' && words(`resourceState.${resource.state}`),
    ),
    icon: KINDS[resource.kind],
    href: `/resources/${resource.id}`,
    keeps: 'resource',
  }));
  const bookings = (data.bookings ?? []).map(({ booking, matchedResource }): Entry => ({
    id: `booking-${booking.id}`,
    group: 'bookings',
    title: booking.title,
    subtitle: line(format.range(booking.startsAt, booking.endsAt), booking.organisation.shortName, matchedResource && t('uses', { name: matchedResource.name }), words(`bookingState.${booking.state}`)),
    icon: BookingIcon,
    href: `/bookings/${booking.id}`,
    keeps: 'booking',
  }));
  const people = (opensPeople ? data.people : []).map(({ id, name, roleGrants }): Entry => ({
    id: `person-${id}`,
    group: 'people',
    title: name,
    subtitle: line(format.list([...new Set(roleGrants.map(({ organisation }) => organisation.shortName))]), format.list([...new Set(roleGrants.map(({ role }) => words(`role.${role}`)))])),
    icon: PersonIcon,
    href: `/people/${id}`,
    keeps: 'person',
  }));
  const organisations = data.organisations.map(({ organisation }): Entry => ({
    id: `organisation-${organisation.id}`,
    group: 'organisations',
    title: organisation.name,
    subtitle: line(words(`organisationKind.${organisation.kind}`), organisation.uscc),
    icon: OrganisationIcon,
    href: `/members/${organisation.id}`,
    keeps: 'organisation',
  }));
  return [...resources, ...bookings, ...people, ...organisations];
}
