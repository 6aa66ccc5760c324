import { afterAll, beforeAll, expect, test } from 'vitest';
import { Audit } from '../server/access/audit/audit.js';
import { ROLES } from '../server/access/role.js';
import { type TestServer, testServer } from './server.js';
import { signInMember } from './sign-in-member.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const ENTRIES = 120;

let server: TestServer;
beforeAll(async () => {
  let minute = 0;
  server = await testServer({ now: () => new Date(NOW.getTime() + minute++ * 1_000) });
  const audit = server.app.get(Audit);
  for (let i = 0; i < ENTRIES; i++) {
    const actor = i % 3 ? ('Baton' as const) : null;
    await audit.note({ workspaceId: server.workspace.id, action: 'source.read', actor, subject: `s${i}`, detail: { name: '=1+1', i } });
  }
  await audit.note({ workspaceId: '11111111-1111-4111-8111-111111111111', action: 'source.read', actor: null, subject: 'of another' });
});
afterAll(() => server.close());

interface Entry {
  number: string;
  at: string;
  subject: string | null;
  action: string;
  actor: { kind: string };
}
const page = async (query = ''): Promise<{ entries: Entry[]; next: string | null }> =>
  (await server.agent.get(`/api/audit?${query}`).expect(200)).body;

test('all of it is read in pages, the latest first, each entry once and none of another workspace', async () => {
  const seen: Entry[] = [];
  let next: string | null = '';
  while (next !== null) {
    const got = await page(`action=source.read&limit=50${next && `&after=${next}`}`);
    seen.push(...got.entries);
    next = got.next;
  }
  expect(seen.map(({ subject }) => subject)).toEqual(Array.from({ length: ENTRIES }, (_, i) => `s${ENTRIES - 1 - i}`));
});

test.each([
  ['actor=stranger', 40],
  ['actor=BATON', 80],
  ['actor=nobody', 0],
  ['subject=s7', 1],
  ['action=source.read&actor=baton&subject=s3', 0],
  ['from=2100-01-01T00:00:00Z', 0],
  ['to=2026-01-01T00:00:00Z', 0],
])('%s is found %i times', async (query, count) => {
  expect((await page(`${query}&limit=200`)).entries.filter(({ action }) => action === 'source.read')).toHaveLength(count);
});

test('from and to are half open', async () => {
  const [newer, older] = (await page('action=source.read&limit=2')).entries;
  expect((await page(`from=${newer?.at}&action=source.read`)).entries.map(({ number }) => number)).toEqual([newer?.number]);
  const before = await page(`to=${newer?.at}&action=source.read&limit=1`);
  expect(before.entries.map(({ number }) => number)).toEqual([older?.number]);
});

test.each(['limit=0', 'limit=201', 'after=x', 'action=other', 'from=yesterday', 'actor='])('%s is refused', async (query) => {
  await server.agent.get(`/api/audit?${query}`).expect(400);
});

test('as JSON lines it is every entry, and that it was taken is one of them', async () => {
  const { text } = await server.agent
    .get('/api/audit/export?format=jsonl')
    .expect(200)
    .expect('content-type', /application\/jsonl/)
    .buffer(true);
  const lines: Entry[] = text
    .trim()
    .split('\n')
    .map((line: string) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(ENTRIES);
  expect(lines[0]).toMatchObject({ action: 'audit.exported', actor: { kind: 'link' } });
  expect(lines.map(({ number }) => Number(number))).toEqual(lines.map((_, i) => lines.length - i));
});

test('as CSV nothing in it is run by a spreadsheet', async () => {
  const { text } = await server.agent.get('/api/audit/export?format=csv&subject=s1').expect(200);
  const [head, line] = text.split('\r\n');
  expect(head).toBe('number,at,kind,email,name,token,action,subject,detail,request,address,hash');
  expect(line).toContain('baton,,,,source.read,s1,');
  expect(text).not.toMatch(/(^|,)=/m);
});

test('it is as it was written until somebody writes in it', async () => {
  const { body } = await server.agent.get('/api/audit/verify').expect(200);
  expect(body).toMatchObject({ fault: null });
  expect(body.entryCount).toBeGreaterThan(ENTRIES);
  await server.db.query('alter table audit_entry disable trigger user');
  await server.db.query(`update audit_entry set subject = 'other' where workspace_id = $1 and subject = 's60'`, [server.workspace.id]);
  const after = await server.agent.get('/api/audit/verify').expect(200);
  expect(after.body.fault).toEqual({ number: expect.stringMatching(/^\d+$/), why: 'it was changed' });
});

test.each(ROLES)('%s reads it only as an admin', async (role) => {
  const { agent } = await signInMember(server, { role });
  for (const path of ['/api/audit', '/api/audit/export', '/api/audit/verify']) await agent.get(path).expect(role === 'admin' ? 200 : 403);
});
