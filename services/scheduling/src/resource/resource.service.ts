import { Injectable } from '@nestjs/common';
import { asUuid, badInput, DomainError, isViewer, masked, notFound, type RequestContext, sql } from '@gongjian/platform';
import { parseOpeningHours } from '../import/opening-hours.ts';
import { isMinor } from '../minor/age.ts';
import { MinorService, todayOf } from '../minor/minor.service.ts';
import type { OpeningPeriod } from './opening.ts';
import { PEOPLE, personalPlaces, Resource, RESOURCE_DEFAULTS } from './resource.entity.ts';
import type { CreateResourceInput, UpdateResourceInput } from './resource.inputs.ts';
import { PERSONAL_SHOWN } from '../scheduling.data.ts';
import { indexResources } from '../search/search.index.ts';
import { defaultOpeningHours, isMember } from './resource.queries.ts';
import { derivedColumns } from './resource.search.ts';
import { staleResource } from './stale.ts';

export interface PersonalData {
  idNumber: string | null;
  phone: string | null;
  /** Under 18, by the ID number. */
  minor: boolean;
}

@Injectable()
export class ResourceService {
  constructor(private readonly minors: MinorService) {}

  async create(ctx: RequestContext, input: CreateResourceInput, key?: string | null): Promise<Resource> {
    const ownerId = asUuid(input.ownerId);
    if (!ctx.can('create', Resource)) throw new DomainError('FORBIDDEN');
    if (!(await isMember(ctx, ownerId))) throw notFound('input.ownerId');
    ctx.authorize('create', Object.assign(new Resource(), { ownerId }));
    const { id, result } = await ctx.once(key, 'createResource', async () => {
      const openingHours = input.openingHours ?? (await defaultOpeningHours(ctx));
      const columns = { ...RESOURCE_DEFAULTS, ...given(input), openingHours, ownerId };
      const [resource] = await ctx.insert(Resource, { ...columns, ...derivedColumns(columns) });
      indexResources(ctx, [resource!]);
      ctx.changed('Resource', [resource!.id]);
      return resource!;
    });
    return result ?? (await ctx.must(Resource, id));
  }

  async update(ctx: RequestContext, id: string, version: number, input: UpdateResourceInput): Promise<Resource> {
    const resource = await ctx.must(Resource, id, 'id');
    ctx.authorize('update', resource);
    const { openingHoursText, photoFileId, ...plain } = input;
    const changes: Partial<Resource> = given(plain);
    if (openingHoursText != null) changes.openingHours = readOpeningHours(openingHoursText, 'input.openingHoursText');
    if (photoFileId != null) changes.photoFileId = photoFileId === '' ? null : await photo(ctx, photoFileId);
    ctx.changed('Resource', [resource.id]);
    try {
      const { name, code } = resource;
      const updated = await ctx.update(resource, { ...changes, ...derivedColumns({ ...resource, ...changes }) }, { version });
      indexResources(ctx, [updated]);
      if (updated.name !== name || updated.code !== code) await ctx.enqueue('search.bookings', { resourceIds: [resource.id] });
      return updated;
    } catch (error) {
      throw error instanceof DomainError && error.code === 'STALE_VERSION' ? await staleResource(ctx, resource.id, version) : error;
    }
  }

  openingHours(ctx: RequestContext, text: string): OpeningPeriod[] {
    ctx.authorize('read', Resource);
    return readOpeningHours(text, 'text');
  }

  /** Each look is in the audit log, whether or not there was anything to see. */
  async reveal(ctx: RequestContext, id: string): Promise<PersonalData> {
    const resource = await ctx.must(Resource, id, 'resourceId');
    ctx.authorize('reveal', resource);
    const data = await personalDataOf(ctx, resource);
    if (data?.minor) await this.minors.requireApproval(ctx, resource);
    ctx.audit('reveal', { type: 'Resource', id: resource.id });
    // Whoever has shown that this is them finds the look among those at their own record.
    if (resource.personId) ctx.audit('reveal', { type: 'Person', id: resource.personId });
    return data ?? { idNumber: null, phone: null, minor: false };
  }

  async masked(ctx: RequestContext, resource: Resource): Promise<PersonalData | null> {
    if (!isViewer(ctx.actor, [...PERSONAL_SHOWN.full, ...PERSONAL_SHOWN.masked], resource.ownerId)) return null;
    const data = await personalDataOf(ctx, resource);
    const hide = data?.minor ? hidden : mask;
    return data && { ...data, idNumber: data.idNumber && hide(data.idNumber), phone: data.phone && hide(data.phone) };
  }
}

async function personalDataOf(ctx: RequestContext, { id, kind, idNumberSealed, phoneSealed }: Resource): Promise<PersonalData | null> {
  if (!PEOPLE.includes(kind) || (!idNumberSealed && !phoneSealed)) return null;
  const at = personalPlaces(id);
  const idNumber = idNumberSealed && (await ctx.open(at.idNumber, idNumberSealed));
  return { idNumber, phone: phoneSealed && (await ctx.open(at.phone, phoneSealed)), minor: isMinor(idNumber, todayOf(ctx)) };
}

export const mask = (text: string): string => masked('ENDS', text)!;
/** Of minors not even the ends are shown, nor how long it is. */
const hidden = (): string => '********';

function given<T extends object>(input: T): T {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as T;
}

function readOpeningHours(text: string, field: string): OpeningPeriod[] {
  const periods = parseOpeningHours(text.slice(0, 1000));
  if (!periods) throw field === 'text' ? new DomainError('OPENING_HOURS_UNREADABLE', {}, { field }) : badInput(field, 'OPENING_HOURS_UNREADABLE');
  return periods;
}

/** Only photos of the same consortium; anything else is not found. */
async function photo(ctx: RequestContext, fileId: string): Promise<string> {
  const [file] = await ctx.query<{ id: string }>(sql`select id from platform.file where id = ${asUuid(fileId)} and media_type like 'image/%'`);
  if (!file) throw notFound('input.photoFileId');
  return file.id;
}
