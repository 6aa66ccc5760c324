import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HubspotStandIn, startHubspotStandIn } from '../../etl/sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../../etl/sandbox/sample-company.js';
import { type Dashboard, faultsOf, NOW, openDashboard } from './dashboard.js';

let dashboard: Dashboard;
let hubspot: HubspotStandIn;
let page: Page;
let faults: string[];

beforeAll(async () => {
  const limits = { perTenSeconds: 10_000, searchesPerSecond: 1_000 };
  hubspot = await startHubspotStandIn(sampleCompany({ until: NOW, wonDeals: 25 }), { now: () => NOW, ...limits });
  dashboard = await openDashboard(async () => {});
  page = await dashboard.page();
  faults = faultsOf(page);
});
afterAll(async () => {
  await dashboard.close();
  await hubspot.close();
});

test('a tool is connected by what it must be told; what it refuses is said, and what was typed stays', async () => {
  await page.goto('/source');
  await page.getByText('No source is connected yet').waitFor();
  await page.getByRole('link', { name: 'Connect a source' }).first().click();
  await page.getByRole('link', { name: /^HubSpot/ }).click();
  const form = page.getByRole('form', { name: 'Connect HubSpot' });
  await form.getByLabel('Token of a private app, or a service key').fill('not the token');
  await form.getByText('More settings').click();
  await form
    .getByLabel(/address|base url/i)
    .first()
    .fill(hubspot.url);
  await form.getByRole('button', { name: 'Test and connect' }).click();
  await page.getByRole('alert').filter({ hasText: '401' }).waitFor();
  await form.getByLabel('Token of a private app, or a service key').fill(hubspot.credentials.token);
  await form.getByRole('button', { name: 'Test and connect' }).click();
  await page.getByRole('heading', { name: 'HubSpot', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/source/hubspot');
  expect(await page.content()).not.toContain(hubspot.credentials.token);
});

test('it is read by hand, and tells how it went', async () => {
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await page.getByText('It answers, with every permission it needs.').waitFor();
  await page.getByRole('button', { name: 'Sync now' }).click();
  const deals = page.getByRole('row', { name: /^hubspot\.deals/ });
  await deals.waitFor({ timeout: 30_000 });
  await page.getByText('on time').first().waitFor({ timeout: 30_000 });
  await deals.filter({ hasText: 'whole' }).waitFor();
});

test('a mapping is tried on real records before it can be saved, and applied to what is stored', async () => {
  await page.getByRole('link', { name: 'What its fields mean' }).click();
  const save = page.getByRole('button', { name: /Save as version 2/ });
  await save.waitFor();
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('Deal property with the yearly revenue').first().fill('amount');
  await page.getByRole('button', { name: 'Try it on real records' }).click();
  await page.getByRole('heading', { name: /records? of .* would say something else/ }).waitFor();
  await page.getByText(/hubspot\.deals: [1-9]\d* of \d+ changed/).waitFor();
  await save.click();
  await page.getByText('Version 2').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Version 2' }).getByText('applied', { exact: true }).waitFor({ timeout: 20_000 });
});

test('what leads to no account is empty where the only source has all of them', async () => {
  await page.goto('/match');
  await page.getByText('Everything has its account').waitFor();
});

test('a file is tried before it is imported, and the import is undone', async () => {
  await page.goto('/import');
  const text = 'deal_id,company,won_at,amount\n1,Acme,2026-01-05,12000\n2,Bolt,2026-01-06,9000\n3,Core,2026-01-07,1\n';
  await page.getByLabel('Choose CSV files').setInputFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Try it' }).click();
  const row = page.getByRole('row', { name: /^deals\.csv/ });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['3', '3', '0', '0', 'stay', '0']);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('Imported.').waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByText(/records? gone again/).waitFor({ timeout: 20_000 });
  expect(faults).toEqual([]);
});

test('a source is forgotten only when its name is typed', async () => {
  await page.goto('/source/hubspot');
  await page.getByText('Disconnect and delete').click();
  const remove = page.getByRole('button', { name: 'Delete it' });
  expect(await remove.isDisabled()).toBe(true);
  await page.getByLabel('Type hubspot to confirm').fill('hubspot');
  await remove.click();
  await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor({ timeout: 20_000 });
  await page.locator('[data-source="hubspot"]').waitFor({ state: 'detached' });
});
