import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSignInToken } from '../../server/access/sign-in/sign-in-link.js';
import { type ReverseProxy, reverseProxy } from '../reverse-proxy.js';
import { type TestServer, testServer } from '../server.js';
import { openBrowser } from './browser.js';
import { build, NOW, twoYearsOfHandoffs } from './dashboard.js';

let proxy: ReverseProxy;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  await build();
  proxy = await reverseProxy();
  server = await testServer({ now: NOW, seed: twoYearsOfHandoffs, publicUrl: `${proxy.url}/baton`, walls: { trustedProxy: 1 } });
  await server.app.listen(0, '127.0.0.1');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await proxy.close();
});

it.each([
  ['that leaves the path', ''],
  ['that takes it off', '/baton'],
])('behind a proxy %s every page, file and answer is under it', async (_, without) => {
  const { port } = server.app.getHttpServer().address() as AddressInfo;
  proxy.leadTo(port, { without });
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.setFixedTime(NOW);
  const asked: string[] = [];
  const failed: string[] = [];
  page.on('response', (response) => {
    asked.push(new URL(response.url()).pathname);
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${proxy.url}/baton/sign-in?token=${await makeSignInToken(server.db, server.workspace.id, NOW)}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByRole('link', { name: /risk/i }).first().click();
  await page.waitForURL('**/baton/risk**');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(asked.filter((path) => !path.startsWith('/baton/'))).toEqual([]);
  expect(asked.some((path) => path.startsWith('/baton/assets/'))).toBe(true);
  expect(asked.some((path) => path.startsWith('/baton/api/'))).toBe(true);
  expect(failed).toEqual([]);
});
