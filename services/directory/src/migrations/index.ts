import type { Migration } from '@gongjian/platform';
import { createConsortium } from './20261123110000-create-consortium.ts';
import { createOrganisation } from './20261123110100-create-organisation.ts';
import { createPerson } from './20261123110200-create-person.ts';
import { publishViews } from './20261123110300-publish-views.ts';
import { createSession } from './20261123110400-create-session.ts';
import { createJoinCode } from './20261123110500-create-join-code.ts';
import { separateAdministrators } from './20261126030000-separate-administrators.ts';
import { createSuspension } from './20261126030100-create-suspension.ts';
import { createFounding } from './20261126030200-create-founding.ts';
import { proveAccount } from './20261126040000-prove-account.ts';
import { requireSecondFactor } from './20261126040100-require-second-factor.ts';
import { tellHolder } from './20261126040200-tell-holder.ts';
import { createCalendar } from './20261126050000-create-calendar.ts';
import { addConsortiumSettings } from './20261126050100-add-consortium-settings.ts';
import { findMailAddresses } from './20261126060200-find-mail-addresses.ts';
import { createSearch } from './20261126080100-create-search.ts';

export const migrations: Migration[] = [createConsortium, createOrganisation, createPerson, publishViews, createSession, createJoinCode, separateAdministrators, createSuspension, createFounding, createCalendar, addConsortiumSettings, proveAccount, requireSecondFactor, findMailAddresses, createSearch, tellHolder];
