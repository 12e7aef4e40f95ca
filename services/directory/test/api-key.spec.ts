import { describe, expect, it } from '@jest/globals';
import { Platform } from '@gongjian/platform';
import { TestConsortium } from '@gongjian/platform/testing';
import { rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import { directory, warnOfEndingKeys } from '../src/index.ts';

const CREATE = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key { id prefix } } }';

async function openPlatform(): Promise<Platform> {
  const url = process.env.GONGJIAN_DATABASE_URL!;
  const secret = process.env.GONGJIAN_SECRET_KEY!;
  return Platform.open(urlAs(url, rolesOf(url).app, new Secrets(secret)), secret, [directory], 2, { publicUrl: 'http://localhost' });
}

describe('a key that ends soon', () => {
  it('is told to the administrators of its organisation once, two weeks ahead', async () => {
    const consortium = await TestConsortium.found();
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR']);
    const made = async (name: string, days: number) => (await administrator.run(CREATE, { input: { name, scopes: ['READ_RESOURCES'], days } })).createApiKey.key;
    const [soon] = [await made('门禁网关', 13), await made('教务系统', 15)];
    const platform = await openPlatform();
    try {
      await warnOfEndingKeys(platform, new Date());
      await warnOfEndingKeys(platform, new Date());
    } finally {
      await platform.close();
    }
    const { messages } = await administrator.run('{ messages { nodes { kind what button link } } }');
    expect(messages.nodes.filter(({ kind }: { kind: string }) => kind === 'API_KEY_ENDING')).toEqual([{ kind: 'API_KEY_ENDING', what: expect.stringMatching(new RegExp(`^接口密钥“门禁网关”（${soon.prefix}…）将于.+到期$`)), button: '轮换密钥', link: '/developers' }]);
    expect((await consortium.secretary.run('{ messages { nodes { kind } } }')).messages.nodes).not.toContainEqual({ kind: 'API_KEY_ENDING' });
  });
});
