import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { singerCommand } from './messages.command.js';

const mapping = { currency: 'EUR', streams: [{ stream: 'accounts', what: 'accounts', columns: { id: 'id', name: 'name' } }] };
const messages = [
  { type: 'SCHEMA', stream: 'accounts', schema: {}, key_properties: ['id'] },
  { type: 'RECORD', stream: 'accounts', record: { id: 1, name: 'Almond' } },
  { type: 'RECORD', stream: 'accounts', record: { id: null, name: 'Nobody' } },
  { type: 'STATE', value: { at: 1 } },
];

async function company() {
  const { db } = await testDatabase();
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Ours', timeZone: 'UTC', currency: 'EUR', createdAt: new Date() });
  const folder = await mkdtemp(join(tmpdir(), 'baton-messages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  onTestFinished(() => {
    delete process.env.BATON_TAP_CRM;
  });
  await writeFile(join(folder, 'mapping.json'), JSON.stringify(mapping));
  await writeFile(join(folder, 'messages'), messages.map((one) => JSON.stringify(one)).join('\n'));
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
  const run = (...args: string[]) => singerCommand.run([join(folder, 'mapping.json'), '--name', 'crm', ...args], context);
  return { db, id, folder, lines, run };
}

test('a command typed on the line is run, and is not kept with the source', async () => {
  const { db, id, folder, lines, run } = await company();
  expect(await run('--tap', `cat '${join(folder, 'messages')}'`)).toBe(0);
  expect(lines).toEqual(['2 records read, 1 written, 0 gone, 1 rejected', '0 handoffs are new or changed.']);
  const [source] = await db.query('select id, kind, settings, credentials from source where workspace_id = $1', [id]);
  expect(source).toEqual({ id: 'crm', kind: 'singer', settings: { tap: 'crm', mapping }, credentials: null });
  const [cursor] = await db.query<{ position: { state: string } }[]>('select position from cursor where workspace_id = $1', [id]);
  expect(JSON.parse(cursor?.position.state ?? '')).toEqual({ at: 1 });
});

test('a command that fails is an exit code and its words', async () => {
  const { lines, run } = await company();
  expect(await run('--tap', `sh -c 'echo token=abc123 is wrong >&2; exit 4'`)).toBe(1);
  expect(lines[1]).toBe('sh ended with code 4. It said last: token=… is wrong');
});

test('a mapping that is none is said before anything is read', async () => {
  const { db, id, folder, run } = await company();
  await writeFile(join(folder, 'mapping.json'), JSON.stringify({ currency: 'EUR', streams: [{ stream: 'a', what: 'account' }] }));
  await expect(run('--tap', 'cat')).rejects.toThrow(/settings are not complete/);
  expect(await db.query('select 1 from source where workspace_id = $1', [id])).toEqual([]);
});
