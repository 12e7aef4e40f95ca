import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import { Webhook } from 'standardwebhooks';
import { PHONE, again, until, useBrowser, visit } from './browser/browser.ts';
import { Park } from './kit.ts';

useBrowser();

let park: Park;
let administrator: Client;
let receiver: Server;
const received: { headers: Record<string, string>; body: string }[] = [];
let status = 503;

beforeAll(async () => {
  park = await Park.open();
  administrator = await park.consortium.person(['ORGANISATION_ADMINISTRATOR'], park.lead.id, '王管理');
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(status, { 'content-type': 'application/json' }).end(status === 503 ? '{"error":"queue is full"}' : '');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void receiver.close());

const ask = (key: string, query: string) => fetch(`${process.env.GONGJIAN_URL}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

describe('an organisation’s administrator', () => {
  it('makes a key, sees it once, changes it without a gap, and stops it', async () => {
    const page = await again(administrator);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '开发者' }).click();
    await page.getByText('还没有接口密钥').waitFor();
    await page.getByRole('button', { name: '新建密钥' }).click();
    const form = page.getByRole('dialog', { name: '新建密钥' });
    await form.getByRole('button', { name: '新建密钥' }).click();
    await form.getByText('请填写名称').waitFor();
    await form.getByText('请至少选择一项').waitFor();
    await form.getByRole('textbox', { name: /^用于哪个系统/ }).fill('教务系统');
    await form.getByRole('checkbox', { name: /^读取资源/ }).check();
    await form.getByRole('button', { name: '新建密钥' }).click();

    const once = page.getByRole('dialog', { name: '新的接口密钥' });
    const key = (await once.getByRole('region', { name: '新的接口密钥' }).innerText()).trim();
    expect(key).toMatch(/^gj_/);
    await once.getByRole('button', { name: '我已保存好' }).click();
    const row = page.getByRole('row').filter({ hasText: '教务系统' });
    await row.getByText('尚未使用').waitFor();
    expect(await page.getByText(key).count()).toBe(0);
    expect((await ask(key, '{ resources { totalCount } }')).status).toBe(200);

    await row.getByRole('button', { name: '轮换' }).click();
    await page.getByRole('dialog', { name: /^轮换/ }).getByRole('button', { name: '轮换' }).click();
    const fresh = (await once.getByRole('region', { name: '新的接口密钥' }).innerText()).trim();
    await once.getByRole('button', { name: '我已保存好' }).click();
    await row.getByText(`原密钥 ${key.slice(0, 11)}…`).waitFor();
    for (const one of [key, fresh]) expect((await ask(one, '{ consortium { name } }')).status).toBe(200);

    await row.getByRole('button', { name: '停用' }).click();
    await page.getByRole('dialog', { name: '停用“教务系统”？' }).getByRole('button', { name: '停用' }).click();
    await row.getByText('已停用').first().waitFor();
    for (const one of [key, fresh]) await until(async () => (await ask(one, '{ consortium { name } }')).status, (code) => code === 401);
  });

  it('makes a webhook, sees why a delivery failed, and sends it again', async () => {
    const page = await again(administrator, '/developers/webhooks');
    await page.getByRole('button', { name: '新建 Webhook' }).click();
    const form = page.getByRole('dialog', { name: '新建 Webhook' });
    await form.getByRole('textbox', { name: /^接收地址/ }).fill('https://10.0.0.8/hooks');
    await form.getByRole('checkbox', { name: '新建资源' }).check();
    await form.getByRole('button', { name: '新建 Webhook' }).click();
    await form.getByText(/这个地址在内部网络/).waitFor();
    await form.getByRole('textbox', { name: /^接收地址/ }).fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`);
    await form.getByRole('button', { name: '新建 Webhook' }).click();
    const once = page.getByRole('dialog', { name: '签名密钥' });
    const secret = (await once.getByRole('region', { name: '签名密钥' }).innerText()).trim();
    await once.getByRole('button', { name: '我已保存好' }).click();

    await page.getByRole('row').filter({ hasText: '127.0.0.1' }).getByRole('link').click();
    await page.getByRole('button', { name: '发送测试' }).click();
    const row = page.getByRole('row').filter({ hasText: 'webhook.test' });
    await row.getByText(/答复 503/).waitFor();
    await row.getByRole('button', { name: 'webhook.test' }).click();
    await page.getByRole('dialog', { name: 'webhook.test' }).getByText('{"error":"queue is full"}').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    status = 204;
    await row.getByRole('button', { name: '重发' }).click();
    await row.getByText('已送达').waitFor();
    const last = received.at(-1)!;
    expect(() => new Webhook(secret).verify(last.body, last.headers)).not.toThrow();

    await page.getByRole('button', { name: '停用' }).click();
    await page.getByText('手动停用').waitFor();
    await page.getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await page.getByText('还没有 Webhook').waitFor();
  });

  it('finds an operation, follows its types, and takes an example that works', async () => {
    const page = await again(administrator, '/developers/reference');
    await page.getByRole('searchbox', { name: '查找操作或类型' }).fill('createBooking');
    await page.getByRole('link', { name: 'allocations', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'createBooking', exact: true }).click();
    const article = page.getByRole('article', { name: 'createBooking' });
    await article.getByText('提交和修改预约').waitFor();
    await article.getByRole('link', { name: 'CreateBookingInput' }).click();
    await page.getByRole('article', { name: 'CreateBookingInput' }).getByText('resourceIds').waitFor();
    await page.goBack();
    await article.waitFor();
    expect(await page.getByRole('link', { name: 'createApiKey', exact: true }).count()).toBe(0);
    await page.goto('/developers/reference?show=createApiKey');
    await page.getByText('只能由本人登录后使用').waitFor();
    await page.goto('/developers/reference?show=resources');
    const query = await page.getByRole('region', { name: 'GraphQL' }).innerText();
    const variables = await page.getByRole('region', { name: '变量' }).innerText();
    expect((await administrator.try(query, JSON.parse(variables) as object)).errors).toBeUndefined();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 SDL' }).click()]);
    expect(file.suggestedFilename()).toBe('gongjian.graphql');
  });

  it('reads the reference on a phone, list and page in turn', async () => {
    const page = await visit(administrator, '/developers/reference', PHONE);
    await page.getByRole('link', { name: 'bookings', exact: true }).tap();
    await page.getByRole('article', { name: 'bookings' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await page.getByRole('button', { name: '返回列表' }).tap();
    await page.getByRole('link', { name: 'createBooking', exact: true }).tap();
    await page.getByRole('article', { name: 'createBooking' }).waitFor();
  });
});

describe('others', () => {
  it('have no such pages', async () => {
    const teacher = await park.consortium.person(['TEACHER']);
    const page = await visit(teacher, '/developers/reference');
    await page.getByText('接口由单位管理员管理').waitFor();
    expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '开发者' }).count()).toBe(0);
  });
});
