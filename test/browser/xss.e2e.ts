import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CANARY, XSS_PAYLOADS } from '../vector/xss.js';
import { type Dashboard, openDashboard } from './dashboard.js';
import { FIELDS, fieldsIn, LOGIN, poison } from './poison.js';

const PAGES = [
  ...[
    '/',
    '/?view=table',
    '/?by=csm',
    '/?how=churn-90d',
    '/kpi/churn-90d/handoff',
    '/kpi/time-to-kickoff/handoff',
    '/handoff/crm:1',
    '/handoff/crm:2',
  ],
  ...[
    '/risk',
    '/driver',
    '/driver?by=owner',
    '/driver/factor/brief-missing',
    '/process',
    '/process/handoff',
    '/restatement',
    '/source',
    '/source/crm',
  ],
  ...[
    '/source/new',
    '/source/crm/mapping',
    '/import',
    '/match',
    '/report',
    '/definition',
    '/definition?part=value',
    '/repeat',
    '/member',
    '/audit',
    '/token',
    '/workspace',
    '/login',
  ],
];

const OF_A_LOGIN = ['/login', '/token', '/member', '/workspace'];

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard(poison);
});
afterAll(() => dashboard.close());

/** As one who has signed in with it: some pages are for nobody else. */
async function givenLogin(): Promise<void> {
  await dashboard.db.query(`update session set sess = jsonb_set(sess::jsonb, '{loginId}', to_jsonb($1::text))`, [LOGIN]);
}

/** What ran, was asked for or was held back by the policy, as the page says it. */
async function watch(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on('request', (request) => request.url().includes(CANARY) && found.push(`asked ${request.url()}`));
  page.on('dialog', (dialog) => {
    found.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && found.push(message.text().slice(0, 300)));
  return found;
}

test('no text that is kept runs as a script, on any page, and no page asks another host', { timeout: 300_000 }, async () => {
  const page = await dashboard.page();
  const found = await watch(page);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== dashboard.url) elsewhere.push(request.url());
  });
  const fields = new Set<string>();
  let shown = 0;
  for (const path of [...PAGES, ...OF_A_LOGIN]) {
    if (path === OF_A_LOGIN[0]) await givenLogin();
    await page.goto(path, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle').catch(() => undefined);
    for (const button of (await page.locator('main button[aria-expanded="false"]').all()).slice(0, 3))
      await button.click({ timeout: 500 }).catch(() => undefined);
    for (const bar of (await page.locator('main svg .recharts-rectangle').all()).slice(0, 2))
      await bar.hover({ timeout: 500, force: true }).catch(() => undefined);
    const text = (await page.locator('body').textContent()) ?? '';
    shown += XSS_PAYLOADS.filter((payload) => text.includes(payload)).length;
    for (const field of fieldsIn(text)) fields.add(field);
    if (await page.evaluate(`'${CANARY}' in window`)) found.push(`ran on ${path}`);
  }
  console.log(
    `xss: ${XSS_PAYLOADS.length} payloads in ${FIELDS.length} fields, ${PAGES.length + OF_A_LOGIN.length} pages, shown as text ${shown} times from ${fields.size} fields, ${found.length} script runs, requests or policy reports`,
  );
  console.log(`xss: not shown: ${FIELDS.filter((field) => !fields.has(field)).join(', ')}`);
  expect(found).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(shown).toBeGreaterThan(100);
  expect(fields.size).toBeGreaterThanOrEqual(20);
});

test('a mail shows them as text too, in its frame and in words', { timeout: 120_000 }, async () => {
  const page = await dashboard.page();
  const found = await watch(page);
  await page.goto('/report');
  await page.getByRole('button', { name: 'New report' }).click();
  await page.getByLabel('Name', { exact: true }).fill(XSS_PAYLOADS[1] ?? '');
  await page.getByLabel('Recipients').fill('ceo@lumen.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await page.getByText('Sent: 1 mail.').waitFor();
  await page.getByRole('link', { name: /ceo@lumen\.example/ }).click();
  const mail = page.frameLocator('iframe').locator('body');
  await mail.getByText('Time to first value', { exact: true }).first().waitFor();
  const text = (await mail.textContent()) ?? '';
  const shown = text.split(CANARY).length - 1;
  console.log(`xss in a mail: shown as text ${shown} times`);
  expect(shown).toBeGreaterThan(0);
  const live =
    'script, svg, iframe, object, embed, math, details, [onerror], [onload], [onfocus], [ontoggle], [onpageshow], a[href^="javascript:"]';
  expect(await mail.locator(live).count()).toBe(0);
  if (await page.evaluate(`'${CANARY}' in window`)) found.push('ran in the mail');
  expect(found).toEqual([]);
});
