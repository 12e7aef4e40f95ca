import { setTimeout as wait } from 'node:timers/promises';
import { logger, Platform, type RequestContext, systemActor } from '@gongjian/platform';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Booking } from '../booking/booking.entity.ts';
import { indexBookings } from './search.index.ts';

/** How long a booking waits for others to be written with, in milliseconds. */
const TOGETHER = 300;

/**
 * Bookings are found a moment after they are made: what they are found by costs as much to write as half a booking, and
 * much less for many at once, so nobody waits for it. Should the process die before, the first search after a start
 * finds out.
 */
@Injectable()
export class BookingIndex implements OnModuleDestroy {
  private readonly waiting = new Map<string, Set<string>>();
  private writing: Promise<void> | null = null;

  constructor(private readonly platform: Platform) {}

  add(ctx: RequestContext, bookingId: string): void {
    const tenantId = ctx.currentTenant;
    ctx.afterwards(() => {
      this.waiting.set(tenantId, (this.waiting.get(tenantId) ?? new Set()).add(bookingId));
      this.writing ??= this.write();
    });
  }

  private async write(): Promise<void> {
    while (this.waiting.size > 0) {
      await wait(TOGETHER);
      const due = [...this.waiting];
      this.waiting.clear();
      for (const [tenantId, ids] of due) {
        const write = (ctx: RequestContext) => (ctx.authorize('update', Booking), indexBookings(ctx, [...ids]));
        await this.platform.run(systemActor(tenantId), {}, write).catch((error: unknown) => logger.warn('search index', error));
      }
    }
    this.writing = null;
  }

  async onModuleDestroy(): Promise<void> {
    await this.writing;
  }
}
