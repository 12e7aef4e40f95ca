import { definePermissions, works } from '@gongjian/platform';
import { has } from '../resource/resource.permissions.ts';
import { SharedDataSet } from './shared-data.queries.ts';

/** Whoever works with what a clause shows, and nobody else of the organisation. */
export const sharedDataPermissions = definePermissions((allow, actor) => {
  if (works(actor) && has(actor, 'ORGANISATION_ADMINISTRATOR', 'COORDINATOR')) allow('read', SharedDataSet);
});
