import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { database, undecided, Workspace } from '../../../etl/warehouse/index.js';
import { testDatabase } from '../../../test/database.js';
import { auditCommand } from './audit.command.js';
import { INSTALLATION } from './audit.js';
import { AuditLog } from './audit-log.js';

const key = Buffer.alloc(32, 7);
const now = () => new Date('2026-03-02T09:00:00Z');

async function logs() {
  const { db, url } = await testDatabase();
  const scoped = await database(url, { poolSize: 2, scoped: true }).initialize();
  onTestFinished(() => scoped.destroy());
  const id = randomUUID();
  await db.query(`insert into workspace (id, name, time_zone, currency, created_at) values ($1, 'w', 'UTC', 'EUR', now())`, [id]);
  const audit = new AuditLog({ db: scoped, key, now });
  await audit.note({ workspaceId: INSTALLATION, action: 'sign-in.failed', actor: null, detail: { by: 'password' } });
  await audit.note({ workspaceId: id, action: 'source.read', actor: 'Baton', subject: 'crm' });
  const lines: string[] = [];
  const workspace = () => db.getRepository(Workspace).findOneByOrFail({ id });
  const context = { db: scoped, dataDirectory: '/nonexistent', secretKey: key, workspace, now, signal: new AbortController().signal };
  const run = async (...args: string[]) => {
    const code = await undecided(() => auditCommand.run(args, { ...context, print: (line) => lines.push(...line.split('\n')) }));
    return { code, actions: lines.splice(0).map((line): unknown => JSON.parse(line).action) };
  };
  return { run };
}

test('the log of the installation is printed on the shell, which is an entry of it', async () => {
  const { run } = await logs();
  expect(await run('export', '--installation')).toEqual({ code: 0, actions: ['audit.exported', 'sign-in.failed'] });
});

test('without a word of the installation it is that of the workspace', async () => {
  const { run } = await logs();
  expect(await run('export')).toEqual({ code: 0, actions: ['audit.exported', 'source.read'] });
});

test.each([[], ['export', '--all'], ['verify', 'now'], ['delete']])('audit %s is not understood', async (...args) => {
  const { run } = await logs();
  await expect(run(...args)).rejects.toThrow('Say verify, or export.');
});
