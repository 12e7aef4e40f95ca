import type { SvgIconComponent } from '@mui/icons-material';

export const GROUPS = ['searches', 'recent', 'actions', 'pages', 'resources', 'bookings', 'people', 'organisations'] as const;
export type GroupKey = (typeof GROUPS)[number];

/** One line of the palette. */
export interface Entry {
  /** Unlike that of any other line. */
  id: string;
  group: GroupKey;
  title: string;
  subtitle?: string;
  icon: SvgIconComponent;
  /** Where it leads … */
  href?: string;
  /** … with what the page is to do when it is there … */
  does?: string;
  /** … or what it does right here. */
  run?: () => void;
  /** Kept among what was opened recently: what the record is. */
  keeps?: 'resource' | 'booking' | 'person' | 'organisation';
}
