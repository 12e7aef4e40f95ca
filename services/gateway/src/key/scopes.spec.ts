import { describe, expect, it } from '@jest/globals';
import { directory } from '@gongjian/directory';
import { KeyRules, SCOPES, typeDefsOf } from '@gongjian/platform';
import { scheduling } from '@gongjian/scheduling';
import { Kind, parse } from 'graphql';

const subgraphs = [directory, scheduling];
const rules = new KeyRules(subgraphs.map(({ scopes }) => scopes ?? {}));
const roots = subgraphs.flatMap((subgraph) => parse(typeDefsOf(subgraph)).definitions).flatMap((one) => ((one.kind === Kind.OBJECT_TYPE_EXTENSION || one.kind === Kind.OBJECT_TYPE_DEFINITION) && ['Query', 'Mutation'].includes(one.name.value) ? (one.fields ?? []).map(({ name }) => name.value) : []));

/** What no program does: the business of a person who is signed in, of administrators, of the portal's own pages. */
const PEOPLE_ALONE = [
  'me', 'addPerson', 'addAccount', 'admitPerson', 'createJoinCode', 'grantRole', 'changeRole', 'revokeRole', 'departPerson', 'settleDuties', 'suspendPerson', 'suspendMember', 'liftSuspension',
  'addMember', 'changeMembership', 'continueMembership', 'endMembership', 'consortia', 'createConsortium', 'updateConsortium', 'requireSecondFactor', 'separateAdministration',
  'apiKeys', 'createApiKey', 'rotateApiKey', 'revokeApiKey', 'auditEntries', 'auditEntry', 'auditChain', 'entriesAboutMe', 'outbox', 'openMail', 'retryMail', 'mailServer',
  'messages', 'messageKinds', 'messageSettings', 'unreadMessageCount', 'markMessages', 'markAllMessages', 'updateMessageSettings',
  'calendarAccess', 'missingHolidayYears', 'previewHolidays', 'importHolidays', 'saveSchoolCalendar', 'removeSchoolCalendar', 'saveLessonTimetable', 'schedulingAccess', 'parkLoad', 'revealPersonalData', 'sharedData', 'sharedDataUsage', 'revealSharedPeople',
];

describe('scopes of API keys', () => {
  it('never open what is for people alone', () => {
    expect(PEOPLE_ALONE.filter((root) => !roots.includes(root))).toEqual([]);
    expect(PEOPLE_ALONE.filter((root) => rules.scopesFor(root).length > 0)).toEqual([]);
  });

  it('leave shut what nobody has decided on', () => {
    expect(rules.mayAsk([...SCOPES], 'somethingNew')).toBe(false);
    expect(rules.may([...SCOPES], 'read', class New {})).toBe(false);
  });

  it('name nothing that there is not', () => {
    const named = subgraphs.flatMap(({ scopes = {} }) => Object.values(scopes).flatMap(({ operations }) => operations));
    expect(named.filter((name) => !roots.includes(name))).toEqual([]);
    for (const scope of SCOPES) expect(roots.some((root) => rules.scopesFor(root).includes(scope))).toBe(true);
  });
});
