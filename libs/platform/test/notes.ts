import { randomUUID } from 'node:crypto';
import { Column, Entity } from 'typeorm';
import { type Actor, columns, defineSubgraph, definePermissions, type MailSettings, migrate, type Place, Platform, rolesOf, Secrets, TenantEntity, urlAs } from '../src/index.ts';

/** The smallest subgraph there can be: what the platform promises is tested on it. */
@Entity({ schema: 'notes', name: 'note' })
export class Note extends TenantEntity {
  @Column('text')
  text: string;

  @Column('uuid')
  ownerId: string;

  @Column('uuid', { nullable: true })
  aboutId: string | null;

  @Column('bytea', { nullable: true })
  secret: Buffer | null;
}

/** Where a note's secret stands. */
export const noteSecret = (id: string): Place => ({ table: 'notes.note', column: 'secret', id });

/** What the job did, by text. */
export const done: string[] = [];

const notes = defineSubgraph({
  name: 'notes',
  url: import.meta.url,
  entities: [Note],
  migrations: [
    {
      name: '20260101000000-create-note',
      up: `
        create schema notes;
        grant usage on schema notes to :app;
        create table notes.note (
          tenant_id uuid not null default platform.current_tenant(), id uuid not null, text text not null, owner_id uuid not null, about_id uuid, secret bytea,
          created_at timestamptz not null, updated_at timestamptz not null, version int not null, primary key (tenant_id, id));
        select platform.protect('notes.note');
        select platform.guard_sealed('notes.note', 'secret');`,
    },
  ],
  permissions: [
    definePermissions((allow, actor) => {
      allow('read', Note, { ownerId: actor.organisationId });
      allow(['create', 'update'], Note, { ownerId: actor.organisationId });
    }),
  ],
  data: [
    {
      table: 'notes.note',
      purpose: 'OPERATE',
      basis: 'CONTRACT',
      whose: columns.person('about_id'),
      kept: columns.withRecord(),
      columns: [columns.plain('tenant_id id created_at updated_at version'), columns.internal('owner_id'), columns.personal('FREE_TEXT', 'text about_id'), columns.sensitive('ID_NUMBER', 'secret', { protection: 'SEALED', mask: 'ENDS' })],
    },
  ],
  providers: [],
  jobs: {
    'note.done': async (ctx, data: { text: string }) => {
      ctx.can('read', Note);
      done.push(data.text);
    },
  },
  kinds: {
    NOTE_WRITTEN: {
      mail: 'DAILY',
      'zh-CN': { name: '有人写了便签', what: '{by}写了“{text}”', why: '您在看便签', button: '查看' },
      en: { name: 'A note was written', what: '{by} wrote “{text}”', why: 'You follow the notes', button: 'See it' },
    },
  },
  messages: { 'zh-CN': {}, en: {} },
});

/** @param mail how mails leave; they do not when left out */
export async function openNotes(mail: MailSettings = { publicUrl: 'https://gongjian.test' }, url = process.env.GONGJIAN_DATABASE_URL!): Promise<Platform> {
  const secret = process.env.GONGJIAN_SECRET_KEY!;
  const secrets = new Secrets(secret);
  await migrate(url, secrets, [notes], ['note.done']);
  return Platform.open(urlAs(url, rolesOf(url).app, secrets), secret, [notes], 8, mail);
}

export function somebody(tenantId: string = randomUUID(), organisationId: string = randomUUID()): Actor {
  return { personId: randomUUID(), accountId: randomUUID(), sessionId: 'test', tenantId, organisationId, roles: ['COORDINATOR'], name: '某人', timeZone: 'Asia/Shanghai' };
}
