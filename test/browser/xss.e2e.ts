import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CANARY, XSS_PAYLOADS } from '../vector/xss.js';
import { type Dashboard, openDashboard, twoYearsOfHandoffs } from './dashboard.js';

/** Every text that comes from outside or from a person, by table. */
const TEXTS: Record<string, string[]> = {
  handoff: ['name', 'account_name', 'segment', 'owner_name', 'csm_name'],
  account: ['name'],
  account_link: ['name'],
  deal: ['name'],
  handoff_event: ['title', 'detail', 'evidence'],
  source: ['name'],
  workspace: ['name'],
  report: ['name'],
};

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

/** Each row has payloads of its own, so that each payload stands somewhere on a page. */
async function poison(db: DataSource, workspace: Workspace): Promise<void> {
  await twoYearsOfHandoffs(db, workspace);
  for (const [table, columns] of Object.entries(TEXTS)) {
    const picked = columns.map((name, n) => `${name} = ($1::text[])[1 + ((numbered.n + ${n * 17}) % $2::int)]`).join(', ');
    await db.query(
      `update ${table} set ${picked} from (select ctid as place, row_number() over () as n from ${table}) numbered where ${table}.ctid = numbered.place`,
      [XSS_PAYLOADS, XSS_PAYLOADS.length],
    );
  }
  await db.query('update workspace set revision = revision + 1 where id = $1', [workspace.id]);
}

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard(poison);
});
afterAll(() => dashboard.close());

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

test('no text that is kept runs as a script, on any page', { timeout: 300_000 }, async () => {
  const page = await dashboard.page();
  const found = await watch(page);
  let shown = 0;
  for (const path of PAGES) {
    await page.goto(path, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle').catch(() => undefined);
    for (const button of (await page.locator('main button[aria-expanded="false"]').all()).slice(0, 3))
      await button.click({ timeout: 500 }).catch(() => undefined);
    for (const bar of (await page.locator('main svg .recharts-rectangle').all()).slice(0, 2))
      await bar.hover({ timeout: 500, force: true }).catch(() => undefined);
    const text = (await page.locator('body').textContent()) ?? '';
    shown += XSS_PAYLOADS.filter((payload) => text.includes(payload)).length;
    if (await page.evaluate(`'${CANARY}' in window`)) found.push(`ran on ${path}`);
  }
  console.log(
    `xss: ${XSS_PAYLOADS.length} payloads, ${PAGES.length} pages, shown as text ${shown} times, ${found.length} script runs, requests or policy reports`,
  );
  expect(found).toEqual([]);
  expect(shown).toBeGreaterThan(100);
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
