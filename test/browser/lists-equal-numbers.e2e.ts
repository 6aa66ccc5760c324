import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Dashboard, openDashboard, twoYearsOfHandoffs } from './dashboard.js';

const KPIS = ['time-to-first-value', 'week-one-csat', 'churn-90d', 'repeat-information', 'escalations'];

let dashboard: Dashboard;
let page: Page;

beforeAll(async () => {
  dashboard = await openDashboard(twoYearsOfHandoffs);
  page = await dashboard.page({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => dashboard.close());

/** Every number on the page that has a list behind it. */
const numbers = () =>
  page.$$eval('a[data-count]', (links) =>
    links.map((link) => ({ href: link.getAttribute('href') ?? '', count: Number(link.getAttribute('data-count')) })),
  );

/** How many handoffs the list says, and how many it shows when it shows them all. */
async function listed(): Promise<{ total: number; rows: number }> {
  const foot = page.locator('[data-total]');
  const total = Number(await foot.getAttribute('data-total'));
  while (await page.getByRole('button', { name: 'Load more' }).isVisible()) {
    const before = await foot.getAttribute('data-loaded');
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.waitForFunction((was) => document.querySelector('[data-total]')?.getAttribute('data-loaded') !== was, before);
  }
  return { total, rows: await page.locator('tbody tr').count() };
}

test('five tiles each say value, interval, n, target, change, trend and how fresh', async () => {
  await page.goto('/');
  const tiles = page.locator('[data-kpi]');
  await tiles.first().waitFor();
  expect(await tiles.count()).toBe(5);
  for (const words of await tiles.allInnerTexts()) {
    expect(words).toMatch(/95% .+ to /);
    expect(words).toMatch(/n = \d+/);
    expect(words).toMatch(/Target|No target/);
    expect(words).toMatch(/Trend: /);
    expect(words).toMatch(/Data as of 15 Jun 2026/);
    expect(words).not.toMatch(/NaN|Infinity|undefined|null/);
  }
});

test.each(KPIS)(
  'the tiles, the outcomes and the groups of %s have exactly as many handoffs behind them',
  async (kpi) => {
    await page.goto(`/?kpi=${kpi}&view=table&by=region`);
    await page.locator('tr[data-group]').first().waitFor();
    await page.locator('tr[data-point]').first().waitFor();
    const behind = await numbers();
    expect(behind.length).toBeGreaterThan(30);
    for (const { href, count } of behind) {
      await page.goto(href);
      await page.locator('[data-total]').waitFor();
      expect({ href, ...(await listed()) }).toEqual({ href, total: count, rows: count });
    }
  },
  180_000,
);

test.each(KPIS)(
  'a click on any point of the chart of %s lists exactly the handoffs it counts',
  async (kpi) => {
    await page.goto(`/?kpi=${kpi}&view=table`);
    await page.locator('tr[data-point]').first().waitFor();
    const rows = await page.$$eval('tr[data-point]', (all) =>
      all.map((row) => ({ key: row.getAttribute('data-point') ?? '', n: Number(row.querySelector('a')?.getAttribute('data-count') ?? 0) })),
    );
    const points = rows.filter((row) => row.n > 0);
    await page.goto(`/?kpi=${kpi}`);
    for (const { key, n } of points) {
      const mark = page.locator(`[data-point="${key}"]`);
      await mark.waitFor();
      await mark.click({ force: true });
      await page.locator('[data-total]').waitFor();
      expect({ key, total: Number(await page.locator('[data-total]').getAttribute('data-total')) }).toEqual({ key, total: n });
      await page.goBack();
    }
    await page.locator('[data-point]').first().waitFor();
    expect(await page.locator('[data-point]').count()).toBe(points.length);
  },
  180_000,
);

test('a handoff opens from the list, and Back returns to the list with its order', async () => {
  await page.goto('/kpi/churn-90d/handoff?sort=-amount&filter=segment:enterprise');
  await page.locator('tbody tr').first().waitFor();
  const address = page.url();
  const first = page.locator('tbody th a').first();
  const account = (await first.textContent()) ?? '';
  await first.click();
  await page.getByRole('heading', { level: 1, name: account }).waitFor();
  expect(await page.locator('ol li time').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.locator('tbody tr').first().waitFor();
  expect(page.url()).toBe(address);
  expect(await page.locator('tbody th a').first().textContent()).toBe(account);
});
