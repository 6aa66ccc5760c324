import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { within } from '../etl/warehouse/index.js';
import { Audit } from '../server/access/audit/audit.js';
import { neutral } from '../server/export/csv-cell.js';
import { KnownHandoffs } from './known-handoffs.js';
import { type TestServer, testServer } from './server.js';
import { FORMULAS, runs } from './vector/formula.js';

const NOW = new Date('2026-06-15T09:30:00Z');
const KEPT = FORMULAS.filter((text) => !text.includes('\0'));

let server: TestServer;
beforeAll(async () => {
  server = await testServer({
    now: NOW,
    seed: async (db, { id }) => {
      const known = new KnownHandoffs(db, id);
      await known.readThrough(NOW);
      const wonAt = (n: number) => new Date(NOW.getTime() - (n + 1) * 86_400_000);
      await known.won(
        ...KEPT.map((text, n) => ({
          id: `crm:${n}`,
          wonAt: wonAt(n),
          name: text,
          accountName: text,
          segment: text,
          ownerName: text,
          csmName: text,
          arr: String(n + 0.5),
          currency: 'EUR',
        })),
      );
    },
  });
});
afterAll(() => server.close());

const lines = (text: string): Record<string, string>[] => parse(text, { columns: true, record_delimiter: '\r\n' });

it('there are a hundred ways to write a formula, and more', () => {
  expect(new Set(FORMULAS).size).toBeGreaterThanOrEqual(100);
});

it('no text of an export is run, whatever it is split at, and numbers stay numbers', async () => {
  const { text } = await server.agent.get('/api/handoff/export?format=csv&from=2025-06-01').expect(200);
  const rows = lines(text);
  expect(rows).toHaveLength(KEPT.length);
  const texts = rows.flatMap((row) =>
    Object.entries(row)
      .filter(([name]) => /name|account|segment|owner|csm/i.test(name))
      .map(([, cell]) => cell),
  );
  const run = texts.filter(runs);
  console.log(`formulas: ${FORMULAS.length} vectors, ${texts.length} cells, ${run.length} would run`);
  expect(texts.length).toBeGreaterThan(KEPT.length * 3);
  expect(run).toEqual([]);
  // Reading bytes as text takes a byte order mark off.
  expect(KEPT.filter((kept) => !texts.includes(neutral(kept.replace(/^\ufeff/, ''))))).toEqual([]);
  expect(rows.map(({ arr }) => Number(arr)).sort((a, b) => a - b)).toEqual(KEPT.map((_, n) => n + 0.5));
});

it('nor is what the audit log tells', async () => {
  const { app, workspace } = server;
  const actor = { by: 'link' as const, login: null };
  await within(workspace.id, async () => {
    for (const subject of KEPT)
      await app.get(Audit).note({ workspaceId: workspace.id, action: 'access.denied', actor, subject, detail: { subject } });
  });
  const { text } = await server.agent.get('/api/audit/export?format=csv').expect(200);
  const rows = lines(text).filter(({ subject = '' }) => subject !== '');
  expect(rows.length).toBeGreaterThanOrEqual(KEPT.length);
  expect(rows.flatMap(({ subject = '' }) => (runs(subject) ? [subject] : []))).toEqual([]);
});
