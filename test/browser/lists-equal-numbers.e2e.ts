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

/** Every number that has a list behind it, outside the tiles and in the tile of this KPI. */
const numbers = (kpi: string) =>
  page.$$eval(
    'a[data-count]',
    (links, own) =>
      links
        .filter((link) => [null, own].includes(link.closest('[data-kpi]')?.getAttribute('data-kpi') ?? null))
        .map((link) => ({ href: link.getAttribute('href') ?? '', count: Number(link.getAttribute('data-count')) })),
    kpi,
  );

/** How many handoffs the list says there are, and how many it shows on its first page of 100. */
async function listed(): Promise<{ total: number; rows: number }> {
  const total = Number(await page.locator('[data-total]').getAttribute('data-total'));
  return { total, rows: await page.locator('tbody tr').count() };
}

test('five tiles each say value, interval, n, target, change, trend and how fresh', async () => {
  await page.goto('/');
  const tiles = page.locator('article[data-kpi]');
  await tiles.first().waitFor();
  expect(await tiles.count()).toBe(5);
  for (const words of await tiles.allInnerTexts()) {
    expect(words).toMatch(/95 % .+ to /);
    expect(words).toMatch(/n = \d+/);
    expect(words).toMatch(/Target|No target/);
    expect(words).toMatch(/Trend: /);
    expect(words).toMatch(/Data as of 15 Jun 2026/);
    expect(words).not.toMatch(/NaN|Infinity|undefined|null/);
  }
});

test('every other KPI is a line with its value or why there is none, its n and its change', async () => {
  await page.goto('/');
  const lines = page.locator('tr[data-kpi]');
  await lines.first().waitFor();
  expect(await lines.count()).toBe(9);
  for (const words of await lines.allInnerTexts()) {
    expect(words).toMatch(/ to |not |no |nothing/);
    expect(words).toMatch(/Trend: /);
    expect(words).not.toMatch(/NaN|Infinity|undefined|null/);
  }
});

test.each(KPIS)(
  'the tiles, the outcomes and the groups of %s have exactly as many handoffs behind them',
  async (kpi) => {
    await page.goto(`/?kpi=${kpi}&by=region`);
    await page.locator('tr[data-group]').first().waitFor();
    const behind = await numbers(kpi);
    expect(behind.length).toBeGreaterThan(6);
    for (const { href, count } of behind) {
      await page.locator(`a[data-count][href="${href}"]`).first().click();
      await page.locator('[data-total]').waitFor();
      expect({ href, ...(await listed()) }).toEqual({ href, total: count, rows: Math.min(count, 100) });
      await page.goBack();
      await page.locator('tr[data-group]').first().waitFor();
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

test('loading more shows every handoff, and sorting shows them all at once', async () => {
  await page.goto('/kpi/churn-90d/handoff');
  await page.getByRole('button', { name: 'Load more' }).click();
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length > 100);
  await page.getByRole('button', { name: 'Amount' }).click();
  await page.waitForFunction(() => {
    const foot = document.querySelector('[data-total]');
    return foot?.getAttribute('data-loaded') === foot?.getAttribute('data-total');
  });
  const amounts = await page.$$eval('tbody tr td:nth-child(6)', (cells) =>
    cells.map((cell) => Number((cell.textContent ?? '').replace(/[^0-9]/g, ''))),
  );
  expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
});

test('a handoff opens from the list, and Back returns to the list with its order', async () => {
  await page.goto('/kpi/churn-90d/handoff?sort=-amount&filter=segment:enterprise');
  await page.locator('tbody tr').first().waitFor();
  const address = page.url();
  const first = page.locator('tbody th a').first();
  const account = (await first.textContent()) ?? '';
  await first.click();
  await page.getByRole('heading', { level: 1, name: account }).waitFor();
  await page.locator('ol li time').first().waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.locator('tbody tr').first().waitFor();
  expect(page.url()).toBe(address);
  expect(await page.locator('tbody th a').first().textContent()).toBe(account);
});
