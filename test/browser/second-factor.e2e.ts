import { readFile } from 'node:fs/promises';
import type axe from 'axe-core';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dashboard, faultsOf, NOW, openDashboard, twoYearsOfHandoffs } from './dashboard.js';

const ADA = { name: 'Ada Berg', email: 'ada@lumen.example', password: 'velvet otter paddles 47' };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Of a signed-in browser, besides how pages look: where the router had scrolled to. */
const KEPT = ['baton-color-scheme', 'tsr-scroll-restoration-v1_3'];

let dashboard: Dashboard;
let page: Page;
let faults: string[];
let script: string;

beforeAll(async () => {
  dashboard = await openDashboard(twoYearsOfHandoffs);
  script = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
  page = await dashboard.page();
  faults = faultsOf(page);
  await page.goto('/login');
  await page.getByLabel('Name', { exact: true }).fill(ADA.name);
  await page.getByLabel('E-mail').fill(ADA.email);
  await page.getByLabel('Password', { exact: true }).fill(ADA.password);
  await page.getByRole('button', { name: 'Make the login' }).click();
  await page.getByText(`You sign in as ${ADA.email}.`).waitFor();
});
afterAll(() => dashboard.close());

const required = (on: boolean) => dashboard.db.query('update workspace set second_factor_required = $1', [on]);

/** Rules of axe that are broken seriously, at both widths and in both colours. */
async function broken(): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1280, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction((scheme) => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme);
      await page.evaluate(script);
      const { violations } = await page.evaluate(
        (tags) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags }),
        TAGS,
      );
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      found.push(...serious.map(({ id, nodes }) => `${width} ${colorScheme}: ${id} ${nodes[0]?.html}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (wide) found.push(`${width} ${colorScheme}: scrolls sideways`);
    }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

const signIn = async () => {
  await page.getByLabel('E-mail').fill(ADA.email);
  await page.getByLabel('Password', { exact: true }).fill(ADA.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const signOut = async () => {
  await page.getByRole('button', { name: 'You, your workspace and colours' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
};

/** Keys of what the page keeps. */
const kept = () => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort());

describe('signing out', () => {
  test('is offered on every page', async () => {
    for (const path of ['/', '/risk', '/driver', '/process', '/repeat', '/definition', '/source', '/report', '/member', '/login']) {
      await page.goto(path);
      await page.getByRole('button', { name: 'You, your workspace and colours' }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    }
  });

  test('leaves nothing of the workspace in storage, memory, history or the page', async () => {
    await page.goto('/risk');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => localStorage.setItem('baton-color-scheme', 'light'));
    expect((await kept()).filter((key) => !KEPT.includes(key))).toEqual([]);
    await page.evaluate(() => localStorage.setItem('left by somebody', 'x'));
    const begun = Date.now();
    await signOut();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    console.log(`signing out took ${Date.now() - begun} ms with Clear-Site-Data`);
    expect(await kept()).toEqual(['baton-color-scheme']);
    await page.evaluate(() => localStorage.clear());
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    expect((await page.context().cookies()).map(({ name }) => name).sort()).toEqual([]);
    expect(await page.content()).not.toContain('Test company');
    await page.goBack();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.content()).not.toContain('Test company');
    await signIn();
    await page.getByRole('banner').getByText('Test company').waitFor();
  });

  test('clears the page also when the server does not answer', async () => {
    await page.goto('/risk');
    await page.getByRole('banner').getByText('Test company').waitFor();
    await page.route('**/*', (route) => route.abort());
    await signOut();
    await page.waitForFunction(() => !document.body?.textContent?.includes('Test company'));
    await page.unroute('**/*');
    await page.goto('/');
    await page.getByRole('banner').getByText('Test company').waitFor();
  });
});

describe('a second factor that is asked of everybody', () => {
  test('is all there is, at the next click, until it is set up', async () => {
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    await required(true);
    await page.getByRole('link', { name: 'Accounts at risk' }).click();
    await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
    for (const path of ['/', '/member', '/kpi/churn-90d/handoff']) {
      await page.goto(path);
      await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
      expect(await page.getByRole('navigation').count()).toBe(0);
    }
    expect(await broken()).toEqual([]);
  });

  test('leads on to the page that was asked for, once the codes have been put away', async () => {
    await page.goto('/risk');
    await page.getByLabel('Your password', { exact: true }).fill(ADA.password);
    await page.getByRole('button', { name: 'Turn it on' }).click();
    const secret = ((await page.locator('form code').textContent()) ?? '').replace(/\s/g, '');
    expect(await broken()).toEqual([]);
    await page.getByLabel('The code it shows').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW.getTime() }));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByLabel('Recovery codes').waitFor();
    expect(await broken()).toEqual([]);
    await page.getByRole('button', { name: 'I have put them away' }).click();
    await page.getByRole('heading', { level: 1, name: 'Accounts at risk' }).waitFor();
  });

  test('is a setting of the workspace, which says who is meant', async () => {
    await page.goto('/workspace');
    const choice = page.getByLabel('A second factor');
    expect(await choice.inputValue()).toBe('workspace');
    await choice.selectOption('nobody');
    await page.getByText('Saved.').waitFor();
    expect(await dashboard.db.query('select second_factor_required as required from workspace')).toEqual([{ required: false }]);
    expect(await broken()).toEqual([]);
  });

  test('is taken off who has lost it, by another admin', async () => {
    await dashboard.db.query(
      `with made as (insert into login (id, email, name, created_at, totp_confirmed_at)
         values (gen_random_uuid(), 'bo@lumen.example', 'Bo Ek', now(), now()) returning id)
       insert into member (workspace_id, login_id, role, visibility, joined_at) select $1, id, 'csm', 'mine', now() from made`,
      [dashboard.workspace.id],
    );
    await page.goto('/member');
    expect(await page.getByRole('row', { name: new RegExp(`^${ADA.name}`) }).textContent()).not.toContain('never');
    await page.getByRole('button', { name: 'Change Bo Ek' }).click();
    await page.getByRole('button', { name: 'Take off the second factor' }).click();
    expect(await broken()).toEqual([]);
    await page.getByRole('button', { name: 'Take it off' }).click();
    await page.getByText('Tell them yourself.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /^Bo Ek.*off/ }).waitFor();
    expect(faults).toEqual([]);
  });
});
