import { readFile } from 'node:fs/promises';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Source } from '../../etl/warehouse/index.js';
import { type Dashboard, faultsOf, NOW, openDashboard, twoYearsOfHandoffs } from './dashboard.js';

const PAGES: Record<string, string> = {
  overview: '/',
  'the trend as a table': '/?view=table&kpi=week-one-csat&by=csm',
  'a definition': '/?how=churn-90d',
  'a list': '/kpi/churn-90d/handoff?filter=segment:enterprise&sort=account',
  'a handoff': '/handoff/crm:1',
  'accounts at risk': '/risk?csm=CSM%201',
  drivers: '/driver',
  'one factor': '/driver/factor/brief-missing',
  'the process': '/process',
  restatements: '/restatement',
  sources: '/source',
  'a source': '/source/hubspot',
  'connecting a source': '/source/new?kind=zendesk',
  'a mapping': '/source/hubspot/mapping',
  'importing files': '/import',
  matching: '/match',
  reports: '/report',
  'the definitions': '/definition',
  'repeat information': '/repeat',
  'the calendar of the definitions': '/definition?part=calendar',
  'won stages and first value': '/definition?part=value',
  people: '/member',
  'the audit log': '/audit?action=member.invited',
  tokens: '/token',
  'the workspace': '/workspace',
  'erasing a person': '/erasure',
  'your login': '/login',
  'an invitation': '/invitation',
  'a new password': '/password-reset',
};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let dashboard: Dashboard;
let script: string;

beforeAll(async () => {
  dashboard = await openDashboard(async (db, workspace) => {
    await twoYearsOfHandoffs(db, workspace);
    const source = { id: 'hubspot', kind: 'hubspot', name: 'HubSpot', createdAt: NOW };
    await db.getRepository(Source).insert({ workspaceId: workspace.id, ...source });
  });
  script = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
});
afterAll(() => dashboard.close());

/** Opens an address and waits until nothing is asked for any more. */
async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
}

/** Rules of axe that are broken seriously, with the first element that breaks each. */
async function offences(page: Page): Promise<string[]> {
  await page.evaluate(script);
  const { violations } = await page.evaluate(
    (tags) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags }),
    TAGS,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.each(Object.keys(PAGES))(
  '%s breaks no rule of accessibility and needs no sideways scroll, light and dark, on a desk and on a phone',
  async (name) => {
    const page = await dashboard.page();
    const faults = faultsOf(page);
    await opened(page, PAGES[name] ?? '/');
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 390]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.waitForFunction((scheme) => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme);
        const found = { offences: await offences(page), overflow: await overflow(page), faults };
        expect({ colorScheme, width, ...found }).toEqual({ colorScheme, width, offences: [], overflow: 0, faults: [] });
      }
    }
  },
);

test('no page needs a sideways scroll at 320 px', async () => {
  const page = await dashboard.page({ viewport: { width: 320, height: 700 } });
  for (const [name, path] of Object.entries(PAGES)) {
    await opened(page, path);
    expect({ name, overflow: await overflow(page) }).toEqual({ name, overflow: 0 });
  }
});

test('a dark system has a dark page before any script of ours has run', async () => {
  const page = await dashboard.page({ colorScheme: 'dark' });
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto('/');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(14, 16, 21)');
});

test('the chosen scheme outlives a reload', async () => {
  const page = await dashboard.page({ colorScheme: 'light' });
  await opened(page, '/source');
  await page.getByRole('button', { name: 'You, your workspace and colours' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === 'dark');
});

test('what is asked for is in the URL, and the URL asks for the same in another profile', async () => {
  const page = await dashboard.page();
  await opened(page, '/');
  await page.getByLabel('Won in').selectOption('3m');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'By' }).selectOption('segment');
  await page.getByRole('checkbox', { name: /enterprise/ }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Escalations', exact: true }).click();
  await page.waitForURL(/kpi=escalations/);
  const { search } = new URL(page.url());
  expect(new URLSearchParams(search).get('period')).toBe('3m');
  expect(new URLSearchParams(search).getAll('filter')).toEqual(['segment:enterprise']);

  const other = await dashboard.page();
  await opened(other, `/${search}`);
  await other.getByRole('heading', { name: 'Escalations over time' }).waitFor();
  const tiles = await other.locator('[data-kpi]').allTextContents();
  expect(tiles.length).toBeGreaterThan(5);
  await expect.poll(() => page.locator('[data-kpi]').allTextContents()).toEqual(tiles);
});

test('Escape takes the filters off, and the keyboard walks the chart and opens a point', async () => {
  const page = await dashboard.page();
  await opened(page, '/?filter=segment:enterprise&filter=region:EMEA');
  expect(await page.getByRole('button', { name: /^Remove filter/ }).count()).toBe(2);
  await page.locator('h1').click();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.search.includes('filter'));
  await page
    .getByRole('button', { name: /^Remove filter/ })
    .first()
    .waitFor({ state: 'detached' });
  const chart = page.locator('.recharts-surface').first();
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Click or press Enter to list them').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/kpi\/time-to-first-value\/handoff\?.*point=2024-/);
});

test('the first Tab offers to skip to the page', async () => {
  const page = await dashboard.page();
  await opened(page, '/source');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page');
});

test('every page says when it stands', async () => {
  const page = await dashboard.page();
  await opened(page, '/risk');
  expect(await page.locator('main').textContent()).toContain(`Read as of ${NOW.getUTCDate()} Jun 2026`);
});
