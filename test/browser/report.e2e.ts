import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Dashboard, faultsOf, openDashboard, twoYearsOfHandoffs } from './dashboard.js';

let dashboard: Dashboard;

beforeAll(async () => {
  dashboard = await openDashboard(twoYearsOfHandoffs);
});
afterAll(() => dashboard.close());

test('a report is made, a wrong address is refused with the form kept, and what is sent can be read here', async () => {
  const page = await dashboard.page();
  const faults = faultsOf(page);
  await page.goto('/report');
  await page.getByText('No report is scheduled yet').waitFor();
  await page.getByRole('button', { name: 'New report' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Monday numbers');
  await page.getByLabel('Recipients').fill('nobody at all');
  await page.getByLabel('Time', { exact: true }).fill('07:30');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Recipients').inputValue()).toBe('nobody at all');
  await page.getByLabel('Recipients').fill('ceo@lumen.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('every Monday at 07:30 (Europe/Berlin)').waitFor();

  await page.getByRole('button', { name: 'Send now' }).click();
  await page.getByText('Sent: 1 mail.').waitFor();
  await page.getByRole('link', { name: /ceo@lumen\.example/ }).click();
  const mail = page.frameLocator('iframe');
  await mail.getByText('Time to first value', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Plain text' }).click();
  expect(await page.locator('pre').textContent()).toContain('Time to first value');
  expect(faults).toEqual([]);
});
