import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dashboard, faultsOf, NOW, openDashboard, twoYearsOfHandoffs } from './dashboard.js';

const ADA = { name: 'Ada Berg', email: 'ada@lumen.example', password: 'velvet otter paddles 47' };
const CARL = { name: 'Carl Lind', email: 'carl@lumen.example', password: 'amber kettle drifts 83' };
const NOBODY = { cookies: [], origins: [] };
const STEP = 30_000;

let dashboard: Dashboard;
let admin: Page;
let csm: Page;
let faults: string[];
let secret: string;
let recoveryCodes: string[];

beforeAll(async () => {
  dashboard = await openDashboard(twoYearsOfHandoffs);
  admin = await dashboard.page();
  csm = await dashboard.page({ storageState: NOBODY });
  faults = faultsOf(admin);
});
afterAll(() => dashboard.close());

const menu = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'You, your workspace and colours' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

const signIn = async (page: Page, { email, password }: typeof ADA) => {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

/** The code of a moment so many steps after the one at which the clock stands: none is taken twice. */
const codeAfter = (steps: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW.getTime() + steps * STEP });

const total = async (page: Page): Promise<number> => {
  await page.goto('/kpi/churn-90d/handoff');
  return Number(await page.locator('[data-total]').getAttribute('data-total'));
};

describe('a login', () => {
  test('is made by who came with a link, and not forced on them', async () => {
    await admin.goto('/');
    await admin.getByText('You came with a link from the server.').waitFor();
    await admin.getByRole('link', { name: 'Make a login' }).click();
    await admin.getByLabel('Name', { exact: true }).fill(ADA.name);
    await admin.getByLabel('E-mail').fill(ADA.email);
    await admin.getByLabel('Password', { exact: true }).fill('password1234');
    await admin.getByRole('button', { name: 'Make the login' }).click();
    await admin.getByRole('alert').filter({ hasText: 'Password' }).waitFor();
    await admin.getByLabel('Password', { exact: true }).fill(ADA.password);
    await admin.getByRole('button', { name: 'Make the login' }).click();
    await admin.getByText(`You sign in as ${ADA.email}.`).waitFor();
  });

  test('turns on its second factor with a code, and is given recovery codes once', async () => {
    const form = admin.getByRole('form', { name: 'Turn on the second factor' });
    await form.getByLabel('Your password', { exact: true }).fill(ADA.password);
    await form.getByRole('button', { name: 'Turn it on' }).click();
    secret = ((await admin.locator('form code').textContent()) ?? '').replace(/\s/g, '');
    expect(await admin.getByRole('img', { name: /^QR code/ }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await admin.getByLabel('The code it shows').fill(codeAfter(0));
    await admin.getByRole('button', { name: 'Confirm' }).click();
    recoveryCodes = (await admin.getByLabel('Recovery codes').inputValue()).split('\n');
    expect(recoveryCodes.length).toBeGreaterThan(7);
    await admin.getByRole('button', { name: 'I have put them away' }).click();
    await admin.getByText(`${recoveryCodes.length} recovery codes left`).waitFor();
    expect(await admin.content()).not.toContain(recoveryCodes[0]);
  });

  test('signs in with password and code by the keyboard alone, and comes to the page that was asked for', async () => {
    await menu(admin, 'Sign out');
    await admin.getByRole('heading', { name: 'Sign in' }).waitFor();
    await admin.goto('/kpi/churn-90d/handoff?filter=segment:enterprise');
    await admin.getByLabel('E-mail').focus();
    await admin.keyboard.type(ADA.email);
    await admin.keyboard.press('Tab');
    await admin.keyboard.type(ADA.password);
    await admin.keyboard.press('Enter');
    await admin.getByLabel('One-time code').waitFor();
    expect(await admin.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe('one-time-code');
    await admin.keyboard.type(codeAfter(1));
    await admin.keyboard.press('Enter');
    await admin.locator('[data-total]').waitFor();
    expect(new URL(admin.url()).search).toBe('?filter=segment:enterprise');
  });

  test('is refused in the same words whether or not somebody has the address', async () => {
    const page = await dashboard.page({ storageState: NOBODY });
    await page.goto('/');
    const said = [];
    for (const email of [ADA.email, 'nobody@lumen.example']) {
      await signIn(page, { ...ADA, email, password: 'not the password' });
      // Emptied when it has been refused, until which the words of the try before it may stand.
      await expect.poll(() => page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
      said.push(await page.getByRole('alert').textContent());
    }
    expect(said[0]).toBe(said[1]);
  });

  test('comes in with a recovery code when its device is lost, once each', async () => {
    for (const outcome of ['in', 'refused']) {
      const page = await dashboard.page({ storageState: NOBODY });
      await page.goto('/source');
      await signIn(page, ADA);
      await page.getByRole('button', { name: 'Use a recovery code' }).click();
      await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
      await page.getByRole('button', { name: 'Go on' }).click();
      if (outcome === 'in') await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
      else
        await page
          .getByRole('alert')
          .filter({ hasText: /wrong|used/ })
          .waitFor();
    }
  });

  test('shows a password only when asked to', async () => {
    const page = await dashboard.page({ storageState: NOBODY });
    await page.goto('/');
    const field = page.getByLabel('Password', { exact: true });
    await field.fill('seen');
    await page.getByRole('button', { name: 'Show: Password' }).click();
    expect(await field.getAttribute('type')).toBe('text');
    expect(await field.getAttribute('autocomplete')).toBe('current-password');
  });

  test('sees where it is signed in, and ends the others', async () => {
    await admin.goto('/login');
    const ends = admin.getByRole('button', { name: /^End the session in/ });
    await ends.first().waitFor();
    await admin.getByRole('button', { name: 'End all others' }).click();
    await ends.first().waitFor({ state: 'detached' });
    await admin.getByText('this one').waitFor();
  });
});

describe('an invitation', () => {
  let link: string;

  test('is a link for one person, with a role and whose handoffs they see', async () => {
    await menu(admin, 'People');
    await admin.getByRole('button', { name: 'Invite somebody' }).click();
    const form = admin.getByRole('form', { name: 'Invite somebody' });
    await form.getByLabel('E-mail').fill(CARL.email);
    expect(await form.getByLabel('Sees').inputValue()).toBe('mine');
    await form.getByRole('button', { name: 'Make the invitation' }).click();
    link = await admin.getByLabel(`Link that invites ${CARL.email}`).inputValue();
    await admin.getByRole('row', { name: new RegExp(`^${CARL.email}`) }).waitFor();
  });

  test('leaves no token in the address, lets one in, and works once', async () => {
    await csm.goto(new URL(link).pathname + new URL(link).hash);
    await csm.getByRole('form', { name: 'Join' }).waitFor();
    await csm.waitForFunction(() => location.hash === '' && location.search === '');
    await csm.getByLabel('Your name').fill(CARL.name);
    await csm.getByLabel('Password', { exact: true }).fill(CARL.password);
    await csm.getByRole('button', { name: 'Join' }).click();
    await csm.getByText('You see your own handoffs.').waitFor();
    const second = await dashboard.page({ storageState: NOBODY });
    await second.goto(new URL(link).pathname + new URL(link).hash);
    await second.getByRole('heading', { name: 'This link does not open' }).waitFor();
  });
});

describe('a CSM', () => {
  test('sees the own handoffs only, once linked to a name of the CRM', async () => {
    await admin.goto('/member');
    await admin.getByRole('button', { name: `Change ${CARL.name}` }).click();
    await admin.getByLabel('Names in the CRM, linked by hand').fill('CSM 1');
    await admin.getByRole('button', { name: 'Take off CSM 1' }).waitFor();
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByRole('row', { name: new RegExp(`^${CARL.name}.*CSM 1 by hand`) }).waitFor();
    const [all, own] = [await total(admin), await total(csm)];
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(all);
  });

  test('is not offered what needs another right, and told so in words where the address is known', async () => {
    await csm.goto('/source');
    await csm.getByRole('button', { name: 'You, your workspace and colours' }).click();
    await csm.getByRole('menuitem', { name: 'Your login' }).waitFor();
    const items = await csm.getByRole('menuitem').allTextContents();
    expect(items).toEqual(['Your login', 'Sign out']);
    expect(await csm.getByRole('link', { name: /Connect a source|Matching/ }).count()).toBe(0);
    await csm.goto('/audit');
    await csm.getByText('You may not see this').waitFor();
    expect(await csm.getByRole('alert').count()).toBe(0);
  });

  test('sees everything once made an executive, after signing in anew', async () => {
    await admin.goto('/member');
    await admin.getByRole('button', { name: `Change ${CARL.name}` }).click();
    const form = admin.getByRole('form', { name: `Membership of ${CARL.name}` });
    await form.getByLabel('Role').selectOption('executive');
    expect(await form.getByLabel('Sees').inputValue()).toBe('all');
    await form.getByRole('button', { name: 'Save' }).click();
    await admin.getByRole('row', { name: new RegExp(`^${CARL.name}.*Executive`) }).waitFor();
    await csm.goto('/kpi/churn-90d/handoff');
    await signIn(csm, CARL);
    await csm.locator('[data-total]').waitFor();
    expect(await total(csm)).toBe(await total(admin));
    expect(await csm.getByText('You see your own handoffs.').count()).toBe(0);
  });
});

test('a session that ends while one works is taken up over the page, with what was typed', async () => {
  await csm.goto('/login');
  await csm.getByLabel('Name', { exact: true }).fill('Carl Lindgren');
  await admin.goto('/member');
  await admin.getByRole('button', { name: `Change ${CARL.name}` }).click();
  await admin.getByRole('button', { name: 'End all sessions' }).click();
  await admin.getByText('Their sessions have ended.').waitFor();
  await admin.keyboard.press('Escape');
  await csm.getByRole('form', { name: 'Your name' }).getByRole('button', { name: 'Save' }).click();
  const dialog = csm.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await dialog.getByLabel('E-mail').fill(CARL.email);
  await dialog.getByLabel('Password', { exact: true }).fill(CARL.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await csm.getByLabel('Name', { exact: true }).inputValue()).toBe('Carl Lindgren');
  await csm.getByRole('form', { name: 'Your name' }).getByRole('button', { name: 'Save' }).click();
  await csm.getByText('Saved.').waitFor();
});

test('a token is shown once, opens what it may, and nothing once revoked', async () => {
  await menu(admin, 'API tokens');
  await admin.getByLabel('Name', { exact: true }).fill('Nightly load');
  await admin.getByRole('button', { name: 'Make the token' }).click();
  const token = await admin.getByLabel('The token').inputValue();
  const asked = async () => (await fetch(`${dashboard.url}/api/kpi`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await asked()).toBe(200);
  await admin.getByRole('button', { name: 'I have copied it' }).click();
  await admin.getByLabel('The token').waitFor({ state: 'detached' });
  expect(await admin.content()).not.toContain(token);
  await admin.getByRole('button', { name: 'Revoke Nightly load' }).click();
  await admin.getByRole('button', { name: 'Revoke it' }).click();
  await admin.getByText(/^revoked/).waitFor();
  expect(await asked()).toBe(401);
});

test('a team is made of names of the CRM', async () => {
  await admin.goto('/member');
  await admin.getByRole('button', { name: 'New team' }).click();
  await admin.getByLabel('Name of the team').fill('North');
  await admin.getByLabel('People in the CRM').fill('CSM 2');
  await admin.getByRole('button', { name: 'Make the team' }).click();
  await admin.getByRole('row', { name: /^North.*CSM 2/ }).waitFor();
});

test('the audit log says who did what, by filters that stand in the address, and that it is whole', async () => {
  await menu(admin, 'Audit log');
  await admin.getByRole('button', { name: 'Check the log' }).click();
  await admin.getByText(/entries, each as it was written/).waitFor();
  await admin.getByLabel(/^What/).selectOption('token.revoked');
  await admin.waitForURL(/action=token\.revoked/);
  await admin.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
  const row = (await admin.locator('tbody tr').textContent()) ?? '';
  expect(row).toContain(ADA.email);
  expect(row).toContain('token revoked');
});

test('another workspace is made and shows nothing of this one; the menu leads back', async () => {
  await menu(admin, 'Workspace');
  const form = admin.getByRole('form', { name: 'Make a workspace' });
  await form.getByLabel('Company').fill('Bolt Labs');
  await form.getByRole('button', { name: 'Make the workspace' }).click();
  await admin.getByText('No source is connected yet').first().waitFor();
  await admin.getByRole('banner').getByText('Bolt Labs').waitFor();
  await admin.getByRole('button', { name: 'You, your workspace and colours' }).click();
  await admin.getByRole('menuitemradio', { name: 'Test company' }).click();
  await admin.getByRole('banner').getByText('Test company').waitFor();
  await admin.locator('article[data-kpi]').first().waitFor();
  expect(faults).toEqual([]);
});
