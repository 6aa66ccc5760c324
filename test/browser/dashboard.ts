import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import type { Workspace } from '../../etl/warehouse/index.js';
import { makeSignInToken } from '../../server/access/sign-in/sign-in-link.js';
import { compile } from '../baton-process.js';
import { KnownHandoffs } from '../known-handoffs.js';
import { testServer } from '../server.js';
import { twoYears } from '../two-years.js';
import { openBrowser } from './browser.js';

/** Where the clock of these tests stands. */
export const NOW = new Date('2026-06-15T09:30:00Z');

export interface Dashboard {
  url: string;
  db: DataSource;
  workspace: Workspace;
  /** A page that is signed in, in a profile of its own. It fails the test when its script throws. */
  page(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** As `npm run build` does, in a process of its own: under a test runner React would be built for development. */
export async function build(): Promise<void> {
  await compile();
  await promisify(execFile)(process.execPath, ['dist/server/start/dashboard.js'], { env: { ...process.env, NODE_ENV: 'production' } });
}

/** Two years of handoffs of differing fate, read through a moment ago. */
export async function twoYearsOfHandoffs(db: DataSource, workspace: Workspace): Promise<void> {
  const known = new KnownHandoffs(db, workspace.id);
  await known.readThrough(NOW);
  await known.won(...twoYears(NOW));
}

/** The built dashboard on a real server, in a real browser. */
export async function openDashboard(seed: (db: DataSource, workspace: Workspace) => Promise<void>): Promise<Dashboard> {
  await build();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'baton-browser-'));
  const server = await testServer({ now: NOW, seed, dataDirectory });
  await server.app.listen(0, '127.0.0.1');
  const { port } = server.app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const browser = await openBrowser();
  const token = await makeSignInToken(server.db, server.workspace.id, NOW);
  const first = await browser.newContext();
  await (await first.newPage()).goto(`${url}/sign-in?token=${token}`);
  const storageState = await first.storageState();
  return {
    url,
    db: server.db,
    workspace: server.workspace,
    async page(options = {}) {
      const context = await browser.newContext({ baseURL: url, storageState, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.clock.setFixedTime(NOW);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** What went wrong in the page's own script, so far. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  return faults;
}
