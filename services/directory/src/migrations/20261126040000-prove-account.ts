import type { Migration } from '@gongjian/platform';

export const proveAccount: Migration = {
  name: '20261126040000-prove-account',
  up: `
    -- An address stands here only after its holder has confirmed it; until then it is in a token that was mailed there.
    alter table directory.account
      add column email text check (char_length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
      add column password_changed_at timestamptz not null default now();
    create unique index account_email on directory.account (lower(email));
    grant update (password_hash, password_changed_at, email) on directory.account to :auth;

    -- A browser in which somebody has proved who they are: it has tries of its own, whatever strangers do, and its next
    -- sign-in is no news. One browser may know several accounts. Only a hash of what the cookie holds is kept.
    create table directory.device (
      id uuid primary key,
      token_hash bytea not null check (octet_length(token_hash) = 32),
      account_id uuid not null references directory.account (id) on delete cascade,
      agent text not null check (char_length(agent) <= 300),
      ip text not null check (char_length(ip) <= 64),
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      unique (token_hash, account_id)
    );
    create index device_account on directory.device (account_id);

    alter table directory.session
      add column device_id uuid references directory.device (id) on delete set null,
      -- When the person last proved who they are: what changes the proofs asks for it again after a while.
      add column proven_at timestamptz not null default now(),
      -- What a passkey that is being added, or that confirms something, has to sign. Good once.
      add column challenge text,
      add column challenge_until timestamptz;
    create index session_device on directory.session (device_id);

    -- Somebody who is half in: the password was right and a second factor is awaited, or a passkey was asked for and
    -- nobody has said yet whose (then there is no account).
    create table directory.pending_sign_in (
      token_hash bytea primary key check (octet_length(token_hash) = 32),
      account_id uuid references directory.account (id) on delete cascade,
      challenge text,
      expires_at timestamptz not null
    );
    create index pending_sign_in_account on directory.pending_sign_in (account_id);
    create index pending_sign_in_end on directory.pending_sign_in (expires_at);

    -- Tries, counted by leaky bucket: until when all the tries so far are paid for.
    create table directory.attempt (
      key text primary key check (char_length(key) <= 100),
      paid_until timestamptz not null
    );
    create index attempt_end on directory.attempt (paid_until);

    -- The authenticator app of an account. The secret is sealed; the step of the last code says which ones are used up.
    create table directory.totp (
      account_id uuid primary key references directory.account (id) on delete cascade,
      secret bytea not null,
      confirmed_at timestamptz,
      last_step bigint not null default 0,
      created_at timestamptz not null default now()
    );

    create table directory.passkey (
      id uuid primary key,
      account_id uuid not null references directory.account (id) on delete cascade,
      credential_id text not null unique check (char_length(credential_id) <= 1400),
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null,
      name text not null check (char_length(name) between 1 and 50),
      -- Kept by a password manager on several devices, or bound to one.
      synced boolean not null,
      created_at timestamptz not null default now(),
      last_used_at timestamptz
    );
    create index passkey_account on directory.passkey (account_id);

    -- Keyed hashes: without the installation's key nobody can try codes out.
    create table directory.recovery_code (
      account_id uuid not null references directory.account (id) on delete cascade,
      code_hash text not null,
      created_at timestamptz not null default now(),
      primary key (account_id, code_hash)
    );

    -- Links that were mailed: a new password, or the proof that an address is one's own. Good once, and not for long.
    create table directory.account_token (
      token_hash bytea primary key check (octet_length(token_hash) = 32),
      account_id uuid not null references directory.account (id) on delete cascade,
      purpose text not null check (purpose in ('RESET', 'EMAIL')),
      email text check (char_length(email) <= 254),
      expires_at timestamptz not null,
      check ((purpose = 'EMAIL') = (email is not null))
    );
    create index account_token_account on directory.account_token (account_id);
    create index account_token_end on directory.account_token (expires_at);

    -- What should be written to account holders. The door leaves the order and answers; whose account it is, and whether
    -- there is one, is looked up later, so that the answer cannot tell by its time.
    create table directory.letter (
      id uuid primary key,
      kind text not null check (kind in ('RESET', 'EMAIL', 'NEW_DEVICE', 'PASSWORD_CHANGED', 'EMAIL_CHANGED', 'FACTOR_ADDED', 'FACTOR_REMOVED', 'CODE_USED')),
      account_id uuid references directory.account (id) on delete cascade,
      -- Sealed: the login or address that somebody typed, or the address that is to be confirmed.
      asked bytea,
      language text not null check (language in ('zh-CN', 'en')),
      facts jsonb not null,
      created_at timestamptz not null default now()
    );
    create index letter_account on directory.letter (account_id);
    create index letter_order on directory.letter (created_at);

    do $$
    declare
      target regclass;
    begin
      foreach target in array array['directory.device', 'directory.pending_sign_in', 'directory.attempt', 'directory.totp', 'directory.passkey', 'directory.recovery_code', 'directory.account_token', 'directory.letter']::regclass[] loop
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('grant select, insert, update, delete on %s to :auth', target);
        execute format('create policy sessions on %s to :auth using (true) with check (true)', target);
      end loop;
    end $$;

    -- Whoever remembers an answer about the account's sessions is told: what they may depends on the proofs there are.
    create function directory.tell_factor() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_notify('session', 'account ' || coalesce(new.account_id, old.account_id));
      return null;
    end $$;
    create trigger tell_factor after insert or delete or update of confirmed_at on directory.totp for each row execute function directory.tell_factor();
    create trigger tell_factor after insert or delete on directory.passkey for each row execute function directory.tell_factor();
  `,
};
