import { describe, expect, test } from '@jest/globals';
import { TestConsortium } from '@gongjian/platform/testing';
import pg from 'pg';

async function asOwner(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

describe('an upload', () => {
  test('whose transaction lost a race is done again with what was sent', async () => {
    const { secretary } = await TestConsortium.found();
    const name = `again-${process.pid}-${Date.now()}.csv`;
    const made = `upload_${process.pid}_${Date.now()}`;
    // The first try to keep this one file is told that it lost; numbers of a sequence stay used when a transaction is rolled back.
    await asOwner(`
      create schema ${made}; grant usage on schema ${made} to public;
      create sequence ${made}.tries; grant usage on sequence ${made}.tries to public;
      create function ${made}.lose() returns trigger language plpgsql as $$
      begin
        if nextval('${made}.tries') = 1 then raise exception 'lost' using errcode = '40001'; end if;
        return new;
      end $$;
      create trigger ${made} before insert on platform.file for each row when (new.name = '${name}') execute function ${made}.lose()`);
    try {
      const form = new FormData();
      form.append('file', new Blob(['编号,名称\nA-1,车床']), name);
      const response = await secretary.fetch('/files', { method: 'POST', body: form });
      const { id } = (await response.json()) as { id: string };
      expect([response.status, await (await secretary.fetch(`/files/${id}`)).text()]).toEqual([201, '编号,名称\nA-1,车床']);
    } finally {
      await asOwner(`drop schema ${made} cascade`);
    }
  });
});
