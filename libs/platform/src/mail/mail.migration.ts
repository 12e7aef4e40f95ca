import type { Migration } from '../database/migrate.ts';

export const createMail: Migration = {
  name: '20261126060000-create-mail',
  up: `
    -- Mails that wait, are on their way, or have left. Whose mail it is and what stands in it is sealed: the table alone
    -- tells nobody anything. Mails of the installation itself (a new password) have the operators' tenant.
    create table platform.mail (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      about text not null check (about ~ '^[A-Z][A-Z0-9_]{0,59}$'),
      language text not null check (language in ('zh-CN', 'en')),
      state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'LAPSED')),
      -- Sealed: name and address.
      recipient bytea not null,
      -- Sealed: subject, text and HTML. Gone once the mail has left: a link that signs somebody in is nobody's reading.
      content bytea,
      tries int not null default 0,
      -- The answer of the mail server: its code and ours, never its words, which repeat the address.
      trouble text check (char_length(trouble) <= 100),
      -- When it is tried next. While it is on its way: when it counts as lost, and is tried again.
      due_at timestamptz not null,
      good_until timestamptz not null,
      sent_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version int not null,
      primary key (tenant_id, id),
      check ((state = 'SENT') = (sent_at is not null))
    );
    create index mail_due on platform.mail (due_at) where state in ('WAITING', 'SENDING');
    create index mail_list on platform.mail (created_at desc);
    select platform.protect('platform.mail');
    create policy operator on platform.mail for select to :app using ((select platform.is_operator()));
    create policy functions on platform.mail to current_user using (true) with check (true);

    -- Takes mails that are due, of all consortia, for one sender: nobody else gets them before the lease ends. What is
    -- sealed stays in the table; the sender reads it inside the consortium.
    create function platform.claim_mail(at timestamptz, lease interval, most int) returns table (tenant_id uuid, id uuid, tries int)
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      update platform.mail m set state = 'SENDING', tries = m.tries + 1, due_at = at + lease, updated_at = at, version = m.version + 1
      where (m.tenant_id, m.id) in (
        select d.tenant_id, d.id from platform.mail d
        where d.state in ('WAITING', 'SENDING') and d.due_at <= at and d.good_until > at
        order by d.due_at limit most for update skip locked)
      returning m.tenant_id, m.id, m.tries
    $$;

    -- What is too old to be of use lapses; content is kept for 30 days at most, the rest for 180.
    create function platform.sweep_mail(at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      update platform.mail set state = 'LAPSED', updated_at = at, version = version + 1
        where state in ('WAITING', 'SENDING') and due_at <= at and good_until <= at;
      update platform.mail set content = null where content is not null and created_at < at - interval '30 days';
      delete from platform.mail where created_at < at - interval '180 days';
    $$;
    revoke execute on function platform.claim_mail(timestamptz, interval, int), platform.sweep_mail(timestamptz) from public;
    grant execute on function platform.claim_mail(timestamptz, interval, int), platform.sweep_mail(timestamptz) to :app;

    -- For the role that checks passwords, which has no consortium: it posts mails and reads none.
    create function platform.post_mail(id uuid, about text, language text, recipient bytea, content bytea, at timestamptz, good_until timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      insert into platform.mail (tenant_id, id, about, language, state, recipient, content, due_at, good_until, created_at, updated_at, version)
      values ('00000000-0000-7000-8000-000000000000', $1, $2, $3, 'WAITING', $4, $5, $6, $7, $6, $6, 1)
    $$;
    revoke execute on function platform.post_mail(uuid, text, text, bytea, bytea, timestamptz, timestamptz) from public;
    grant execute on function platform.post_mail(uuid, text, text, bytea, bytea, timestamptz, timestamptz) to :auth;
  `,
};
