import type { Resource } from '../resource/resource.entity.ts';
import type { Taker } from '../grant/grant.rules.ts';
import type { Wish } from './booking.rules.ts';

/** What somebody wants to take: resources in the order given, for one time. */
export interface Bundle {
  resources: readonly Resource[];
  wish: Wish;
  /** A booking that is being moved: its own slots are free for it. */
  bookingId?: string;
  taker: Taker;
}

export interface Alternative {
  kind: 'TIME' | 'RESOURCE';
  startsAt: Date;
  endsAt: Date;
  resources: Resource[];
  replacements: { original: Resource; substitute: Resource; sameModel: boolean }[];
}
