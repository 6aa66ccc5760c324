import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Dashboard, NOW, openDashboard } from './dashboard.js';

const EMAIL = 'mona.quist@acme.example';
/** Where the pictures go, for whoever wants to look. */
const PICTURES = process.env.BATON_PICTURES;

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard(async (db, { id }) => {
    await db.query(
      `insert into person (workspace_id, source_id, external_id, stream, record_id, name, email, internal, active)
       values ($1, 'crm', '7', 'contacts', '7', 'Mona Quist', $2, false, true), ($1, 'crm', '8', 'contacts', '8', 'Ann Ash', 'ann@acme.example', false, true)`,
      [id, EMAIL],
    );
    await db.query(
      `insert into record (workspace_id, source_id, stream, external_id, payload, hash, read_at)
       values ($1, 'crm', 'contacts', '7', $2, 'x', $3)`,
      [id, JSON.stringify({ email: EMAIL, name: 'Mona Quist' }), NOW],
    );
  });
}, 500_000);
afterAll(() => dashboard.close());

const hold = (reason: string | null) => dashboard.db.query('update workspace set hold_reason = $1, held_at = $2', [reason, reason && NOW]);

test('somebody is found, held, erased after their address was typed, and not found again', async () => {
  const page = await dashboard.page({ viewport: { width: 1280, height: 900 } });
  const picture = async (name: string) => PICTURES && (await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true }));
  await page.goto('/workspace');
  await page.getByRole('link', { name: 'Find and erase somebody' }).click();
  await page.getByLabel('E-mail or name').fill('quist');
  await page.getByRole('button', { name: 'Search' }).click();
  await hold('case 12');
  await page.getByRole('button', { name: `See what is known of ${EMAIL}` }).click();
  await page.getByText('This workspace is on hold: case 12.').waitFor();
  expect(await page.getByRole('button', { name: 'Erase them' }).count()).toBe(0);
  await picture('held');
  await hold(null);
  await page.reload();
  expect(page.url()).not.toContain('quist');
  await page.getByLabel('E-mail or name').fill(EMAIL.toUpperCase());
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('button', { name: `See what is known of ${EMAIL}` }).click();
  await page.getByText('1 person of the sources').waitFor();
  const rows = page.getByRole('table', { name: `Rows about ${EMAIL}` });
  expect(await rows.getByRole('row').allTextContents()).toEqual(['WhereRows', 'person1', 'record1']);
  const erase = page.getByRole('button', { name: 'Erase them' });
  expect(await erase.isDisabled()).toBe(true);
  await page.getByLabel(`Type ${EMAIL} to confirm`).fill(EMAIL);
  await picture('typed');
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await picture('narrow');
  await erase.click();
  await page.getByText('A second search found nothing.').waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await picture('erased');
  expect(await dashboard.db.query('select email from person')).toEqual([{ email: 'ann@acme.example' }]);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('Nobody of that address or name').waitFor();
  await page.getByLabel('E-mail or name').fill('ann');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('button', { name: 'See what is known of ann@acme.example' }).waitFor();
  await picture('dark');
});

test('a search that fails is said, and tried again', async () => {
  const page = await dashboard.page();
  await page.route('**/api/erasure/person**', (route) => route.abort());
  await page.goto('/erasure');
  await page.getByLabel('E-mail or name').fill('ann');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('button', { name: /again|retry/i }).waitFor({ timeout: 30_000 });
  await page.unroute('**/api/erasure/person**');
  await page.getByRole('button', { name: /again|retry/i }).click();
  await page.getByRole('button', { name: 'See what is known of ann@acme.example' }).waitFor();
});
