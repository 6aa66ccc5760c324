import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tableHashes } from '../../etl/sync/table-hash.js';
import { Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { importCommand } from './import.command.js';

const example = join(import.meta.dirname, '../../docs/example');

async function company() {
  const { db } = await testDatabase();
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Baton', timeZone: 'UTC', currency: 'EUR', createdAt: new Date() });
  const folder = await mkdtemp(join(tmpdir(), 'baton-undo-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(example, folder, { recursive: true });
  const mapping = join(folder, 'mapping.json');
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const context = {
      db,
      dataDirectory: folder,
      secretKey: Buffer.alloc(32, 1),
      workspace: () => db.getRepository(Workspace).findOneByOrFail({ id }),
      now: () => new Date(),
      print: (line: string) => lines.push(line),
      signal: new AbortController().signal,
    };
    return { code: await importCommand.run(args, context), lines };
  };
  const edit = async (name: string, change: (text: string) => string) =>
    writeFile(join(folder, name), change(await readFile(join(folder, name), 'utf8')));
  /** All that an import writes, beside what reading itself leaves. */
  const everything = async () => ({
    tables: await tablesOf(db, id),
    handoffs: await db.query(
      `select deal_external_id, account_name, owner_name, won_at, first_value_at, churned_at, amount from handoff
      where workspace_id = $1 and removed_at is null order by deal_external_id`,
      [id],
    ),
    rejected: await db.query(
      'select stream, external_id, reason, resolved_at is null as open from rejected_record where workspace_id = $1 order by stream, external_id',
      [id],
    ),
    cursors: await db.query('select stream, position, complete_at from cursor where workspace_id = $1 order by stream', [id]),
    settings: await db.query('select settings from source where workspace_id = $1', [id]),
  });
  return { db, id, folder, mapping, run, edit, everything };
}

/** A handoff that came and went leaves a row that says so. */
async function tablesOf(db: DataSource, workspaceId: string) {
  const { handoff: _, ...rest } = await tableHashes(db, workspaceId);
  return rest;
}

const newer = (text: string) =>
  text
    .replace('Almond', 'Apricot')
    .replace('6000.00', 'six thousand')
    .replace(/^D-5.*\n/m, '')
    .concat('D-9,C-9,Hazel Ltd,2026-02-20,New,1500.00,Team,North,Ada\n');

describe('undo', () => {
  test('makes everything what it was before the import: changed, new and rejected rows, positions and mapping', async () => {
    const { mapping, run, edit, everything } = await company();
    await run(mapping);
    const before = await everything();
    await edit('deals.csv', newer);
    await edit('mapping.json', (text) => text.replace('"first report sent"', '"login"'));
    await run(mapping);
    expect((await everything()).tables).not.toEqual(before.tables);
    const { code, lines } = await run('undo', 'example-company');
    expect(code).toBe(0);
    expect(lines[1]).toMatch(/^\d+ records are gone that it had brought, \d+ are as they were before; [1-9]\d* handoffs changed\.$/);
    expect(await everything()).toEqual(before);
  });

  test('of a first import leaves nothing of it', async () => {
    const { db, id, mapping, run } = await company();
    const empty = await tableHashes(db, id);
    await run(mapping);
    const { lines } = await run('undo');
    expect(lines[1]).toMatch(/^30 records are gone that it had brought, 0 are as they were before; 7 handoffs changed\.$/);
    const [left] = await db.query<{ standing: number }[]>(
      'select (count(*) filter (where removed_at is null))::int as standing from handoff where workspace_id = $1',
      [id],
    );
    expect(left).toEqual({ standing: 0 });
    const { handoff: _, handoff_event: __, ...facts } = await tableHashes(db, id);
    expect(facts).toEqual(Object.fromEntries(Object.entries(empty).filter(([name]) => !name.startsWith('handoff'))));
  });

  test('can be imported over again, to the same rows', async () => {
    const { mapping, run, everything } = await company();
    await run(mapping);
    const imported = await everything();
    await run('undo');
    await run(mapping);
    expect((await everything()).tables).toEqual(imported.tables);
  });

  test('goes back one import and no further', async () => {
    const { mapping, run } = await company();
    await run(mapping);
    await run('undo');
    await expect(run('undo')).rejects.toThrow('There is no import that could be undone.');
  });

  test('of an import that changed nothing changes nothing', async () => {
    const { mapping, run, everything } = await company();
    await run(mapping);
    const before = await everything();
    await run(mapping);
    const { lines } = await run('undo');
    expect(lines[1]).toBe('0 records are gone that it had brought, 0 are as they were before; 0 handoffs changed.');
    expect(await everything()).toEqual(before);
  });

  test('of an import that broke off and was done again takes both back', async () => {
    const { mapping, run, edit, everything } = await company();
    await run(mapping);
    const before = await everything();
    await edit('deals.csv', (text) => `${newer(text)}"never closed`);
    expect((await run(mapping).catch((error: Error) => ({ code: error.message }))).code).not.toBe(0);
    await edit('deals.csv', (text) => text.replace('"never closed', ''));
    await run(mapping);
    await run('undo');
    expect(await everything()).toEqual(before);
  });

  test('of a source that is not known says which are', async () => {
    const { mapping, run } = await company();
    await run(mapping);
    await expect(run('undo', 'other')).rejects.toThrow(/There is no import of "other" to undo\. Known: example-company \(/);
  });
});

describe('a preview', () => {
  test('counts what an import would do, shows first rows as facts, and writes nothing', async () => {
    const { mapping, run, edit, everything } = await company();
    await edit('mapping.json', (text) => text.replace('"path": "deals.csv",', '"path": "deals.csv", "whole": true,'));
    await run(mapping);
    const before = await everything();
    await edit('deals.csv', newer);
    const { lines } = await run(mapping, '--preview');
    expect(lines.filter((line) => line.startsWith('deals.csv'))).toContain(
      'deals.csv: 8 rows, 1 new, 1 changed, 5 unchanged, 1 gone, 1 rejected',
    );
    expect(lines).toContain("  deals.csv row 4: amount_eur 'six thousand' is not a number with a decimal point");
    expect(lines.find((line) => line.startsWith('  D-1 -> Deal '))).toContain('"accountExternalId":"C-1"');
    expect(lines).toContain('product-events.csv: 12 rows, 0 new, 0 changed, 12 unchanged, 0 rejected');
    expect(await everything()).toEqual(before);
    const imported = await run(mapping);
    expect(imported.lines).toContain('deals.csv: 8 rows read, 2 written, 5 unchanged, 1 rejected');
  });

  test('before a first import makes no source', async () => {
    const { db, id, mapping, run } = await company();
    const { lines } = await run(mapping, '--preview');
    expect(lines).toContain('deals.csv: 8 rows, 8 new, 0 changed, 0 unchanged, 0 rejected');
    expect(await db.query('select 1 from source where workspace_id = $1', [id])).toEqual([]);
  });
});

describe('a row that is missing in a newer file', () => {
  test.each([
    [true, ['D-5']],
    [false, []],
  ])('is gone when the file is said to be whole (%s)', async (whole, gone) => {
    const { db, id, mapping, run, edit } = await company();
    await edit('mapping.json', (text) => text.replace('"path": "deals.csv",', `"path": "deals.csv", "whole": ${whole},`));
    await run(mapping);
    await edit('deals.csv', newer);
    await run(mapping);
    const rows = await db.query<{ id: string }[]>('select external_id as id from deal where workspace_id = $1 and deleted_at is not null', [
      id,
    ]);
    expect(rows.map((row) => row.id)).toEqual(gone);
  });
});
