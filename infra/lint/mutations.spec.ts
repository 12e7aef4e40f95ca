import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';

interface Mutation {
  name: string;
  arguments: string[];
}

/** Every mutation that the subgraphs promise, read from the promise itself. */
const mutations: Mutation[] = globSync('services/*/src/**/*.graphql').flatMap((file) =>
  parse(readFileSync(file, 'utf8')).definitions.flatMap((definition) =>
    (definition.kind === 'ObjectTypeDefinition' || definition.kind === 'ObjectTypeExtension') && definition.name.value === 'Mutation'
      ? (definition.fields ?? []).map((field) => ({ name: field.name.value, arguments: (field.arguments ?? []).map((argument) => argument.name.value) }))
      : [],
  ),
);

/** What begins with one of these changes, ends or reads what is there; asked for twice it finds it changed already. */
const CHANGES = /^(update|change|end|cancel|remove|revoke|lift|discard|mark|decide|restore|settle|depart|separate|require|retry|open|reveal|apply|continue|withdraw|accept|decline|rotate|disable|enable|confirm|erase|close|claim|release|acknowledge|give|answer|keep|sign|reopen|resume|terminate)[A-Z]/;

/** Mutations that make something and take no key all the same, each with the reason why a second try does no harm. */
const WITHOUT_KEY: Record<string, string> = {
  createJoinCode: 'a second code ends the first one, and a code is shown once: it could not be told again',
  createApiKey: 'its secret is shown once and could not be told again; a key that nobody has is listed as never used, and revoked',
  createWebhook: 'its signing secret is shown once and could not be told again; the list shows a second one',
  createIdentityProvider: 'its short link stands once: the same again is told SIGN_IN_CODE_TAKEN',
  testWebhook: 'each asks for one more delivery, which is what is wanted',
  replayWebhook: 'each asks for the deliveries once more; receivers know them by webhook-id',
  replayWebhookDelivery: 'each asks for the delivery once more; receivers know it by webhook-id',
  suspendAgreement: 'one that rests already is told AGREEMENT_NOT_IN_FORCE',
  narrowRole: 'one for each organisation and role; the same again is the same',
  inviteFromList: 'whoever has an invitation that waits is passed over: the same table again invites nobody',
  resendInvitation: 'the link of the mail before ends with the new one: only the last mail lets in',
  importHolidays: 'a year stands once; the same list again is the same year',
  saveSchoolCalendar: 'one for each school and year; who did not know of it is told STALE_VERSION',
  saveLessonTimetable: 'one for each school; who did not know of it is told STALE_VERSION',
};

const creating = mutations.filter(({ name }) => !CHANGES.test(name));

describe('whatever creates is done once, however often it is asked for', () => {
  test.each(creating.filter(({ name }) => !(name in WITHOUT_KEY)).map(({ name, arguments: taken }) => [name, taken] as const))('%s takes an idempotency key', (_name, taken) => {
    expect(taken).toContain('idempotencyKey');
  });

  test('the exceptions are mutations that exist and take none', () => {
    const keyless = new Set(creating.filter((mutation) => !mutation.arguments.includes('idempotencyKey')).map(({ name }) => name));
    expect(Object.keys(WITHOUT_KEY).filter((name) => !keyless.has(name))).toEqual([]);
  });

  test('the promise is read: there are mutations of both kinds', () => {
    expect(creating.length).toBeGreaterThan(10);
    expect(mutations.length).toBeGreaterThan(creating.length);
  });
});
