import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { asDoor, origin } from '../../../services/gateway/test/kit.ts';
import { hangUp, SchoolProvider } from '../../../services/gateway/test/provider.ts';
import { type Look, PHONE, useBrowser, visit } from './browser/browser.ts';
import { named } from './browser/passkeys.ts';

useBrowser();

let provider: SchoolProvider | undefined;
afterEach(async () => {
  await provider?.close();
  provider = undefined;
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

/** A stranger's browser; what the school's own pages would fetch from elsewhere is not there. */
async function arrive(path: string, look?: Look): Promise<Page> {
  const page = await visit(null, '/sign-in', look);
  await page.route(/fonts\.googleapis\.com/, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  await page.goto(named(path));
  return page;
}

/** At the school's own pages: any password will do there. */
async function atTheSchool(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('anything');
  await button(page, 'Sign-in').click();
  await button(page, 'Continue').click();
}

/** A school with a provider, of which nobody here knows yet, and a teacher with an address there. */
async function school() {
  provider = await SchoolProvider.open();
  const consortium = await TestConsortium.found();
  const teacher = await consortium.person(['TEACHER'], consortium.lead.id, '李老师');
  const [code, domain] = [`s-${randomUUID().slice(0, 8)}`, `${randomUUID().slice(0, 8)}.edu.cn`];
  await asDoor('update directory.account set email = $2 where login = $1', [teacher.login, `li@${domain}`]);
  provider.people.set('li.laoshi', { email: `li@${domain}`, verified: true });
  provider.register(`${origin()}/auth/oidc/${code}/callback`);
  return { consortium, teacher, code, domain, provider };
}

const CREATE = 'mutation ($organisationId: ID!, $input: IdentityProviderInput!) { createIdentityProvider(organisationId: $organisationId, input: $input) { id } }';

describe('the sign-in of an organisation', () => {
  it('is set up after a test of the connection, found by the address there, proved once, used again, and unlinked', async () => {
    const { consortium, code, domain, provider: its } = await school();
    const desk = await visit(consortium.secretary, '/identity-providers');
    await button(desk, '接入一个单位').click();
    const dialog = desk.getByRole('dialog', { name: '接入单位统一身份认证' });
    await dialog.getByLabel(/^登录短链接/).fill(code);
    await dialog.getByLabel(/^Issuer/).fill(`${its.issuer}/wrong`);
    await dialog.getByLabel(/^客户端编号/).fill(its.clientId);
    await dialog.getByLabel(/^客户端密钥/).fill(its.clientSecret);
    await dialog.getByLabel(/^邮箱域名/).fill(`@${domain}`);
    await button(desk, '测试连接').click();
    await dialog.getByText(/没有给出规范的发现文档/).waitFor();
    await dialog.getByLabel(/^Issuer/).fill(its.issuer);
    await button(desk, '测试连接').click();
    await dialog.getByText('客户端编号和密钥正确').waitFor();
    await dialog.getByText(new RegExp(`/auth/oidc/${code}/callback$`)).waitFor();
    await dialog.getByRole('button', { name: '接入一个单位' }).click();
    await desk.getByRole('table', { name: '身份提供方' }).getByText(`/sign-in/${code}`).waitFor();

    const page = await arrive('/sign-in?to=%2Faccount%2Fsecurity');
    await page.getByRole('link', { name: '用单位统一身份认证登录' }).click();
    await page.getByLabel('单位名称或单位邮箱').fill(`li@${domain}`);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /牵头职业技术学院/ }).click();
    await button(page, '使用“统一身份认证”登录').click();
    await atTheSchool(page, 'li.laoshi');
    await page.getByRole('heading', { name: '确认您的共建账号' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await page.getByLabel('密码', { exact: true }).fill('Wrong-Horse-2026');
    await button(page, '确认并登录').click();
    await page.getByText('密码不正确').waitFor();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    const links = page.getByRole('list', { name: '单位统一身份认证' });
    await links.getByText('已关联').waitFor();
    expect(new URL(page.url()).pathname).toBe('/account/security');

    await button(page, /^李老师/).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('link', { name: '用牵头职业技术学院的账号登录' }).click();
    await button(page, '使用“统一身份认证”登录').click();
    await page.getByRole('heading', { name: '运行总览' }).waitFor();

    await page.goto(named('/account/security'));
    await button(page, '解除与牵头职业技术学院的关联').click();
    await page.getByRole('dialog').getByRole('button', { name: '解除关联' }).click();
    await page.getByText('已解除关联').waitFor();
    await button(page, '关联牵头职业技术学院的账号').click();
    await page.getByText('已关联，以后可以用单位账号登录').waitFor();
    await links.getByText('已关联').waitFor();
  });

  it('that does not work says so on a page of ours, with ways on, also on a phone', async () => {
    const { consortium, code, domain, provider: its } = await school();
    const input = { name: '统一身份认证', code, issuer: its.issuer, clientId: its.clientId, clientSecret: its.clientSecret, domains: [domain], enabled: true };
    await consortium.secretary.run(CREATE, { organisationId: consortium.lead.id, input });
    const page = await arrive(`/sign-in/${code}`, PHONE);
    its.misbehave('discovery', hangUp);
    await button(page, '使用“统一身份认证”登录').click();
    await page.getByText(/暂时没有响应/).waitFor();
    its.behave();
    its.answerWith((nonce) => its.token({ nonce, aud: 'somebody-else' }));
    await button(page, '使用“统一身份认证”登录').click();
    await atTheSchool(page, 'li.laoshi');
    await page.getByText(/没有通过核验/).waitFor();
    its.behave();
    its.people.set('stranger', { email: `nobody@${domain}`, verified: true });
    await page.getByRole('link', { name: '重新登录' }).click();
    await page.context().clearCookies({ domain: '127.0.0.1' });
    await button(page, '使用“统一身份认证”登录').click();
    await atTheSchool(page, 'stranger');
    await page.getByText(/还没有关联到共建账号/).waitFor();
    await page.getByRole('link', { name: '用账号和密码登录' }).click();
    await page.getByRole('heading', { name: '登录共建' }).waitFor();
    await page.goto(named('/sign-in/no-such-school'));
    await page.getByText(/没有这个单位登录入口/).waitFor();
  });
});
