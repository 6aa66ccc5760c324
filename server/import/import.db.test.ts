import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { importCommand } from './import.command.js';

const example = join(import.meta.dirname, '../../docs/example');

/** A company of its own in an empty database, the example's files in a folder of their own, and the command on both. */
async function company() {
  const { db } = await testDatabase();
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Baton', timeZone: 'Asia/Tokyo', currency: 'USD', createdAt: new Date() });
  const folder = await mkdtemp(join(tmpdir(), 'baton-import-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(example, folder, { recursive: true });
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
  return { db, id, folder, run, mapping: join(folder, 'mapping.json') };
}

const edit = async (path: string, change: (text: string) => string) => writeFile(path, change(await readFile(path, 'utf8')));

/** Whole days from won to first value and to the end of service, by deal. */
const days = (db: DataSource, workspaceId: string) =>
  db.query(
    `select deal_external_id as deal, account_name as account, owner_name as owner, segment,
            floor(extract(epoch from first_value_at - won_at) / 86400)::int as value, floor(extract(epoch from churned_at - won_at) / 86400)::int as churn
       from handoff where workspace_id = $1 and removed_at is null order by deal_external_id`,
    [workspaceId],
  );

test('the example has the handoffs and the days that can be counted by hand', async () => {
  const { db, id, run, mapping } = await company();
  const { code, lines } = await run(mapping);
  expect(code).toBe(0);
  expect(lines).toEqual([
    "This workspace is now 'Example company': its days and months are those of Europe/Berlin, its amounts are in EUR.",
    'accounts that deals name: 7 rows read, 7 written, 0 unchanged, 0 rejected',
    'people that deals name: 3 rows read, 3 written, 0 unchanged, 0 rejected',
    'deals.csv: 8 rows read, 8 written, 0 unchanged, 0 rejected',
    'product-events.csv: 12 rows read, 12 written, 0 unchanged, 0 rejected',
    '7 handoffs, 7 of them new or changed; won deals that are no handoffs by rule: 1.',
  ]);
  expect(await days(db, id)).toEqual([
    { deal: 'D-1', account: 'Almond Ltd', owner: 'Ada', segment: 'standard', value: 14, churn: null },
    { deal: 'D-2', account: 'Birch AG', owner: 'Ben', segment: 'enterprise', value: 59, churn: null },
    { deal: 'D-3', account: 'Cedar SA', owner: 'Ada', segment: 'standard', value: null, churn: 39 },
    { deal: 'D-4', account: 'Dogwood BV', owner: 'Ben', segment: 'standard', value: 12, churn: null },
    { deal: 'D-5', account: 'Elder Inc', owner: 'Cyd', segment: 'enterprise', value: null, churn: null },
    { deal: 'D-6', account: 'Fir & Sons', owner: 'Cyd', segment: 'standard', value: 41, churn: null },
    { deal: 'D-8', account: 'Ginkgo GmbH', owner: 'Ben', segment: 'standard', value: null, churn: null },
  ]);
});

test('files are complete to the moment of their export', async () => {
  const { db, id, run, mapping } = await company();
  await run(mapping);
  const cursors = await db.query('select distinct complete_at from cursor where workspace_id = $1', [id]);
  expect(cursors).toEqual([{ complete_at: new Date('2026-03-31T22:00:00Z') }]);
});

describe('a second import', () => {
  test('of the same files changes nothing', async () => {
    const { db, id, run, mapping } = await company();
    await run(mapping);
    const before = await everything(db, id);
    const { code, lines } = await run(mapping);
    expect(code).toBe(0);
    expect(lines).toContain('deals.csv: unchanged since the last import');
    expect(lines.at(-1)).toMatch(/^7 handoffs, 0 of them new or changed/);
    expect(await everything(db, id)).toEqual(before);
  });

  test('of a newer file writes the rows that differ', async () => {
    const { db, id, folder, run, mapping } = await company();
    await run(mapping);
    await edit(join(folder, 'product-events.csv'), (text) =>
      text.replace('event_id', ' event_id').concat('E-13,C-7,first report sent,2026-03-25 10:00\n'),
    );
    const { lines } = await run(mapping);
    expect(lines).toContain('product-events.csv: 13 rows read, 1 written, 12 unchanged, 0 rejected');
    expect(lines.at(-1)).toMatch(/^7 handoffs, 1 of them new or changed/);
    expect((await days(db, id)).at(-1)).toMatchObject({ deal: 'D-8', value: 1 });
  });

  test('under another mapping reads the same files anew', async () => {
    const { db, id, run, mapping } = await company();
    await run(mapping);
    await edit(mapping, (text) => text.replace('"first report sent"', '"login"'));
    await run(mapping);
    const reached = (await days(db, id)).filter(({ value }: { value: number | null }) => value !== null);
    expect(reached).toEqual([expect.objectContaining({ deal: 'D-4', value: 1 })]);
  });
});

describe('wrong cells', () => {
  const spoil = (text: string) => text.replace('2026-01-12 09:30', '2026-13-12').replace('6000.00', 'six thousand');

  test('are named with file and row while the rest is imported', async () => {
    const { run, folder, mapping } = await company();
    await edit(join(folder, 'deals.csv'), spoil);
    const { code, lines } = await run(mapping);
    expect(code).toBe(0);
    expect(lines).toContain('deals.csv: 8 rows read, 6 written, 0 unchanged, 2 rejected');
    expect(lines).toContain("  deals.csv row 3: signed_on '2026-13-12' is a day or a time that does not exist");
    expect(lines).toContain("  deals.csv row 4: amount_eur 'six thousand' is not a number with a decimal point");
    expect(lines.at(-1)).toMatch(/^5 handoffs/);
  });

  test('are no longer rejected when the file is corrected', async () => {
    const { db, id, run, folder, mapping } = await company();
    const right = await readFile(join(folder, 'deals.csv'), 'utf8');
    await edit(join(folder, 'deals.csv'), (text) => `${spoil(text)}D-1,C-9,Twice,2026-01-05,New,1,Team,North,Ada\n`);
    await run(mapping);
    expect(await openRejects(db, id)).toBe(3);
    await writeFile(join(folder, 'deals.csv'), right);
    const { lines } = await run(mapping);
    expect(await openRejects(db, id)).toBe(0);
    expect(lines.at(-1)).toMatch(/^7 handoffs, 2 of them new/);
  });
});

describe('what cannot be used writes nothing', () => {
  test('a mapping that names no column of the file', async () => {
    const { db, id, run, mapping } = await company();
    await edit(mapping, (text) => text.replace('"signed_on"', '"signed"'));
    await expect(run(mapping)).rejects.toThrow(
      "columns.wonAt names 'signed', but deals.csv has: deal_id, customer_id, customer, signed_on",
    );
    expect(await everything(db, id)).toEqual([]);
  });

  test('a web page instead of one of the files', async () => {
    const { db, id, folder, run, mapping } = await company();
    await writeFile(join(folder, 'product-events.csv'), '<!DOCTYPE html><title>Sign in</title>');
    await expect(run(mapping)).rejects.toThrow(/^product-events\.csv is a web page/);
    expect(await everything(db, id)).toEqual([]);
  });

  test('a mapping that is not there, two mappings, an option nobody knows', async () => {
    const { run, folder, mapping } = await company();
    await expect(run(join(folder, 'none.json'))).rejects.toThrow(
      /none\.json cannot be read \(ENOENT\)\. To start from CSV files use --init/,
    );
    await expect(run(mapping, mapping)).rejects.toThrow('Name one mapping file.');
    await expect(run('--dry-run', mapping)).rejects.toThrow('There is no option "--dry-run".');
  });
});

describe('--init', () => {
  const fresh = async () => {
    const given = await company();
    const files = (await readdir(given.folder)).filter((name) => name.endsWith('.csv')).map((name) => join(given.folder, name));
    await rm(given.mapping);
    return { ...given, files };
  };

  test('writes a mapping that imports as it stands, and says what to check', async () => {
    const { run, files, mapping, db, id } = await fresh();
    const { code, lines } = await run('--init', ...files);
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/deals\.csv: deals; id = deal_id, account = customer_id, .*wonAt = signed_on/);
    expect(lines.join('\n')).toMatch(/values of event are left out: first report sent, login; add those that mean something/);
    expect(lines.join('\n')).toMatch(/timeZone is UTC: write the zone/);
    expect((await run(mapping)).code).toBe(0);
    const [first] = await days(db, id);
    expect(first).toMatchObject({ deal: 'D-1', account: 'Almond Ltd', owner: 'Ada', value: null });
  });

  test('replaces a mapping only with --force', async () => {
    const { run, files, mapping } = await fresh();
    await writeFile(mapping, 'mine');
    await expect(run('--init', ...files)).rejects.toThrow(/exists already.*--force/);
    expect(await readFile(mapping, 'utf8')).toBe('mine');
    expect((await run('--init', '--force', ...files)).code).toBe(0);
    expect(JSON.parse(await readFile(mapping, 'utf8'))).toMatchObject({ files: [{ what: 'deals' }, { what: 'events' }] });
  });
});

const everything = (db: DataSource, workspaceId: string) =>
  db.query('select stream, external_id, hash, read_at from record where workspace_id = $1 order by stream, external_id', [workspaceId]);

async function openRejects(db: DataSource, workspaceId: string): Promise<number> {
  const [row] = await db.query('select count(*)::int as count from rejected_record where workspace_id = $1 and resolved_at is null', [
    workspaceId,
  ]);
  return row.count;
}
