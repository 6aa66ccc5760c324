import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dashboard, faultsOf, NOW, openDashboard, twoYearsOfHandoffs } from './dashboard.js';

let dashboard: Dashboard;

beforeAll(async () => {
  dashboard = await openDashboard(twoYearsOfHandoffs);
});
afterAll(() => dashboard.close());

async function opened(page: Page, path: string): Promise<string> {
  await page.goto(path);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  return (await page.locator('body').textContent()) ?? '';
}

const failing = (page: Page) => page.getByRole('alert').count();

describe('when one question fails', () => {
  test.each([
    ['the tiles', /\/api\/kpi\?/, 'The headline numbers could not be shown', 'Time to first value over time'],
    ['the trend', /\/api\/kpi\/[\w-]+\?/, 'could not be shown', '90-day churn'],
  ])('%s say so and the rest stands', async (_name, route, says, stands) => {
    const page = await dashboard.page();
    const faults = faultsOf(page);
    await page.route(route, (asked) => asked.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }));
    const text = await opened(page, '/');
    expect(text).toContain(says);
    expect(text).toContain(stands);
    expect(faults).toEqual([]);
    await page.unroute(route);
    await page.getByRole('button', { name: 'Retry' }).first().click();
    await page.waitForFunction(() => document.querySelectorAll('[role="alert"]').length < 2);
  });

  test.each(['/api/source', '/api/dimension'])('%s, every tile and chart stands', async (path) => {
    const page = await dashboard.page();
    await page.route(new RegExp(`${path}(\\?|$)`), (asked) => asked.abort());
    await opened(page, '/');
    expect(await page.locator('[data-kpi]').count()).toBe(14);
    expect(await page.locator('[data-point]').count()).toBeGreaterThan(10);
    expect(await failing(page)).toBe(0);
  });

  test('a refusal is told as one, and nothing else fails', async () => {
    const page = await dashboard.page();
    const refusal = { status: 403, contentType: 'application/problem+json', body: '{"detail":"Only admins see risks."}' };
    await page.route(/\/api\/risk/, (asked) => asked.fulfill(refusal));
    await opened(page, '/risk');
    await page.getByText('You may not see this').first().waitFor();
    await page.getByText('Only admins see risks.').first().waitFor();
    expect(await failing(page)).toBe(0);
  });

  test('the next page of a list, that is said beside the way to it, and what is shown stays', async () => {
    const page = await dashboard.page();
    await page.goto('/kpi/churn-90d/handoff');
    const more = page.getByRole('button', { name: 'Load more' });
    await more.waitFor();
    const rows = page.locator('tbody tr');
    const shown = await rows.count();
    await page.route(/[?&]after=/, (asked) =>
      asked.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"detail":"Stopped."}' }),
    );
    await more.click();
    await page.getByText('No more could be loaded. Stopped.').waitFor();
    expect({ alerts: await failing(page), shown: await rows.count() }).toEqual({ alerts: 1, shown });
    await page.unroute(/[?&]after=/);
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(shown);
    expect(await failing(page)).toBe(0);
  });

  test('numbers from before stay on the screen, with a word of it', async () => {
    const page = await dashboard.page();
    await opened(page, '/source');
    await page.route(/\/api\/source/, (asked) => asked.fulfill({ status: 500, body: '' }));
    await page.clock.setFixedTime(new Date(NOW.getTime() + 3_600_000));
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('Sources could not be refreshed').waitFor();
    expect(await page.locator('[data-source]').count()).toBe(1);
  });
});

test('who is not signed in is told how to be, and the address stays', async () => {
  const page = await dashboard.page({ storageState: { cookies: [], origins: [] } });
  const text = await opened(page, '/kpi/churn-90d/handoff?filter=segment:enterprise');
  expect(text).toContain('Sign in');
  expect(text).toContain('npm run baton -- link');
  expect(new URL(page.url()).search).toBe('?filter=segment:enterprise');
});

test('a link with parts that mean nothing shows the rest, and says which', async () => {
  const page = await dashboard.page();
  const text = await opened(page, '/?period=forever&kpi=escalations&colour=blue');
  expect(text).toContain('was left out: period, colour');
  expect(text).toContain('Escalations over time');
  await page.getByRole('button', { name: 'Close this notice' }).click();
  await page.waitForURL((url) => !url.search.includes('ignored'));
});

test.each([
  ['/?kpi=profit', 'There is no KPI "profit"'],
  ['/?filter=planet:mars', 'there is no dimension "planet"'],
  ['/handoff/nobody', 'nobody'],
  ['/nowhere', 'There is no such page'],
])('%s is answered in plain words', async (path, words) => {
  const page = await dashboard.page();
  const faults = faultsOf(page);
  await page.goto(path);
  await page.getByText(words).first().waitFor();
  expect(faults).toEqual([]);
});

test('no query string breaks a page', async () => {
  const page = await dashboard.page();
  const faults = faultsOf(page);
  const key = fc.constantFrom(
    'period',
    'from',
    'to',
    'asOf',
    'filter',
    'by',
    'kpi',
    'view',
    'how',
    'point',
    'group',
    'outcome',
    'sort',
    'csm',
    'mail',
    'ignored',
  );
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('custom', '2026-13-01', '9999-12-31', 'segment:', '%', '2026-01-01_2025-01-01', '-x', '{"a":1}'),
  );
  const place = fc.constantFrom('/', '/kpi/churn-90d/handoff', '/risk', '/report', '/handoff/crm:1');
  const urls = fc.sample(fc.tuple(place, fc.array(fc.tuple(key, value), { maxLength: 5 })), { numRuns: 25, seed: 7 });
  for (const [path, pairs] of urls) {
    const url = `${path}?${new URLSearchParams(pairs).toString()}`;
    await page.goto(url);
    await page
      .locator('h1')
      .waitFor()
      .catch(() => faults.push(`no heading at ${url}`));
    expect({ url, faults, text: /NaN|Invalid Date|Infinity/.test((await page.locator('body').textContent()) ?? '') }).toEqual({
      url,
      faults: [],
      text: false,
    });
  }
});
