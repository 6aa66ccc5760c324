import { afterAll, beforeAll, expect, test } from 'vitest';
import { KnownHandoffs } from '../known-handoffs.js';
import { type Dashboard, NOW, openDashboard } from './dashboard.js';

let dashboard: Dashboard;

beforeAll(async () => {
  dashboard = await openDashboard(async () => undefined);
});
afterAll(() => dashboard.close());

async function overview(): Promise<string> {
  const page = await dashboard.page();
  await page.goto('/');
  await page.locator('[data-empty]').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('[data-kpi]').count()).toBe(0);
  const text = (await page.locator('main').textContent()) ?? '';
  await page.context().close();
  return text;
}

test('a workspace without a source says how to connect one; with one not read yet, that it is being read; then, that nothing was won', async () => {
  expect(await overview()).toContain('No source is connected yet');
  const known = new KnownHandoffs(dashboard.db, dashboard.workspace.id);
  await known.readThrough(null);
  expect(await overview()).toContain('The first reading is on its way');
  await known.readThrough(NOW);
  expect(await overview()).toContain('No deal was won in this period');
});

test('a filter that leaves nothing offers to be cleared', async () => {
  await new KnownHandoffs(dashboard.db, dashboard.workspace.id).won({ id: 'crm:1', wonAt: new Date('2026-05-01T10:00:00Z') });
  const page = await dashboard.page();
  await page.goto('/?filter=segment:enterprise');
  await page.getByText('No handoff matches these filters').waitFor();
  await page.locator('[data-empty]').getByRole('button', { name: 'Clear filters' }).click();
  await page.locator('[data-kpi]').first().waitFor();
});

test('four handoffs and fewer are listed and not made a rate', async () => {
  const page = await dashboard.page();
  await page.goto('/');
  const tile = page.locator('[data-kpi="churn-90d"]');
  await tile.waitFor();
  expect(await tile.textContent()).toMatch(/n = 1/);
  expect(await tile.textContent()).not.toMatch(/\b0\s%|NaN/);
});
