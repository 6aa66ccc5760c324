import { readFile } from 'node:fs/promises';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KpiAnswer } from '../server/kpi/kpi.schema.js';
import { sampleServer } from './sample.js';
import type { TestServer } from './server.js';
import { signInAs } from './sign-in-as.js';

interface Handoff {
  id: string;
  account: string;
  owner: string | null;
  csm: string | null;
}

let server: TestServer;
let agent: TestServer['agent'];
let mine: Handoff[];
let theirs: Handoff[];
let me: string;

beforeAll(async () => {
  server = await sampleServer();
  const all = await server.db.query<Handoff[]>(
    `select id, account_name as account, owner_name as owner, csm_name as csm from handoff where workspace_id = $1 and removed_at is null`,
    [server.workspace.id],
  );
  me = all.find(({ csm }) => csm !== null)?.csm ?? '';
  mine = all.filter(({ owner, csm }) => owner === me || csm === me);
  theirs = all.filter((one) => !mine.includes(one));
  agent = await signInAs(server, { kind: 'people', names: [me] });
});
afterAll(() => server.close());

const DOCUMENT: { paths: Record<string, Record<string, unknown>> } = JSON.parse(await readFile('server/openapi.json', 'utf8'));
const READABLE = Object.entries(DOCUMENT.paths).flatMap(([path, operations]) => ('get' in operations ? [path] : []));

/** Closed to those who see only some handoffs. */
const CLOSED = 403;

/** What each route is asked here; a route that is not among them fails the test below. */
const ASKED: Record<string, (string | { path: string; status: number })[]> = {
  '/api/session': ['/api/session'],
  '/api/session/all': ['/api/session/all'],
  '/api/sign-in': ['/api/sign-in'],
  '/api/workspace': ['/api/workspace'],
  '/api/workspace/{id}/keeping': [{ path: '/api/workspace/00000000-0000-4000-8000-000000000000/keeping', status: 404 }],
  '/api/token': ['/api/token'],
  '/api/invitation': ['/api/invitation'],
  '/api/erasure/person': [{ path: '/api/erasure/person?words=example', status: CLOSED }],
  '/api/member': [{ path: '/api/member', status: CLOSED }],
  '/api/member/{id}': [{ path: '/api/member/00000000-0000-4000-8000-000000000000', status: CLOSED }],
  '/api/owner': [{ path: '/api/owner', status: CLOSED }],
  '/api/team': [{ path: '/api/team', status: CLOSED }],
  '/api/audit': ['/api/audit'],
  '/api/audit/export': ['/api/audit/export'],
  '/api/audit/verify': ['/api/audit/verify'],
  '/api/definition': [{ path: '/api/definition', status: CLOSED }],
  '/api/kpi': ['/api/kpi?by=csm', '/api/kpi?by=owner&from=2024-10-01'],
  '/api/kpi/{id}': ['/api/kpi/churn-90d?by=csm', '/api/kpi/time-to-first-value?by=owner'],
  '/api/kpi/{id}/handoff': ['/api/kpi/churn-90d/handoff?limit=500&from=2024-10-01'],
  '/api/dimension': ['/api/dimension', '/api/dimension?from=2026-09-01'],
  '/api/driver/mix': ['/api/driver/mix?kpi=churn-90d&by=csm', '/api/driver/mix?kpi=time-to-first-value&by=owner'],
  '/api/driver/factor': ['/api/driver/factor'],
  '/api/driver/factor/{id}/handoff': ['/api/driver/factor/brief-complete/handoff?place=yes&limit=500'],
  '/api/driver/people': ['/api/driver/people?kpi=churn-90d&by=csm', '/api/driver/people?kpi=churn-90d&by=owner'],
  '/api/handoff/export': ['/api/handoff/export?format=csv&from=2024-10-01', '/api/handoff/export?format=arrow&from=2024-10-01'],
  '/api/handoff/excluded': [{ path: '/api/handoff/excluded', status: CLOSED }],
  '/api/handoff/{id}': ['/api/handoff/MINE', { path: '/api/handoff/THEIRS', status: 404 }],
  '/api/import/{id}': [{ path: '/api/import/00000000-0000-4000-8000-000000000000', status: CLOSED }],
  '/api/import/undoable': [{ path: '/api/import/undoable', status: CLOSED }],
  '/api/match/unmatched': [{ path: '/api/match/unmatched', status: CLOSED }],
  '/api/match': [{ path: '/api/match', status: CLOSED }],
  '/api/match/account': [{ path: '/api/match/account?search=a', status: CLOSED }],
  '/api/process': ['/api/process?from=2024-10-01'],
  '/api/process/handoff': [
    '/api/process/handoff?step=welcome&outcome=any&limit=500&from=2024-10-01',
    '/api/process/handoff?variant=others&limit=500',
  ],
  '/api/repeat': ['/api/repeat?limit=100&from=2024-10-01'],
  '/api/repeat/coverage': ['/api/repeat/coverage?from=2024-10-01'],
  '/api/restatement': ['/api/restatement'],
  '/api/risk': ['/api/risk?limit=200'],
  '/api/risk/model': ['/api/risk/model'],
  '/api/risk/{handoffId}': ['/api/risk/MINE', { path: '/api/risk/THEIRS', status: 404 }],
  '/api/report': [{ path: '/api/report', status: CLOSED }],
  '/api/mail': [{ path: '/api/mail', status: CLOSED }],
  '/api/mail/{id}': [{ path: '/api/mail/00000000000000000000000000000000', status: CLOSED }],
  '/api/source/kind': ['/api/source/kind'],
  '/api/source': ['/api/source'],
  '/api/source/{id}/settings': ['/api/source/SOURCE/settings'],
  '/api/source/{id}/mapping': [{ path: '/api/source/SOURCE/mapping', status: CLOSED }],
  '/api/source/{id}/rejected': [{ path: '/api/source/SOURCE/rejected', status: CLOSED }],
};

test('every route that can be read is asked here', () => expect(Object.keys(ASKED).sort()).toEqual([...READABLE].sort()));

test('both kinds of handoffs are many', () => {
  expect(mine.length).toBeGreaterThan(30);
  expect(theirs.length).toBeGreaterThan(300);
});

/** Text of an answer, whatever its kind. */
async function textOf(who: TestServer['agent'], path: string): Promise<{ status: number; text: string }> {
  const answer = await who
    .get(await filled(path))
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
    });
  return { status: answer.status, text: String(answer.body) };
}

async function filled(path: string): Promise<string> {
  const [source] = await server.db.query<{ id: string }[]>('select id from source where workspace_id = $1 order by id', [
    server.workspace.id,
  ]);
  return path
    .replace('MINE', encodeURIComponent(mine[0]?.id ?? ''))
    .replace('THEIRS', encodeURIComponent(theirs[0]?.id ?? ''))
    .replace('SOURCE', source?.id ?? '');
}

/** Names of accounts, handoffs and people that only others' handoffs have, as they would stand in a text. */
function foreignIn(text: string): string[] {
  const names = (handoffs: Handoff[]) =>
    new Set(handoffs.flatMap(({ account, owner, csm }) => [account, owner, csm]).filter((name) => name !== null));
  const own = names(mine);
  const foreign = [...names(theirs)].filter((name) => !own.has(name));
  // A name of ours may hold one of theirs.
  const rest = [...own].sort((a, b) => b.length - a.length).reduce((left, name) => left.replaceAll(name, ''), text);
  const ids = new Set(theirs.map(({ id }) => id));
  return [...foreign.filter((name) => rest.includes(name)), ...(text.match(/[a-z]+:\d+/g) ?? []).filter((id) => ids.has(id))];
}

describe.each(
  Object.values(ASKED)
    .flat()
    .map((asked) => (typeof asked === 'string' ? { path: asked, status: 200 } : asked)),
)('$path', ({ path, status }) => {
  test('says nothing of what others have', async () => {
    const answer = await textOf(agent, path);
    // A problem repeats what was asked.
    const [asked = ''] = path.includes('THEIRS') ? theirs.map(({ id }) => id) : [];
    const said = answer.text.replaceAll(asked || '\0', '').replaceAll(encodeURIComponent(asked) || '\0', '');
    expect({ status: answer.status, foreign: foreignIn(said) }).toEqual({ status, foreign: [] });
  });
});

test('those who see all are told what others have, so that the above can fail', async () => {
  for (const path of [
    '/api/kpi?by=csm',
    '/api/kpi/churn-90d/handoff?limit=500',
    '/api/dimension',
    '/api/handoff/export?format=csv',
    '/api/risk?limit=200',
  ]) {
    expect(foreignIn((await textOf(server.agent, path)).text).length).toBeGreaterThan(0);
  }
});

test('number, list, process and export are of the same handoffs', async () => {
  const scope = { from: '2024-10-01', to: '2026-10-06' };
  const ask = async (path: string, query: object = {}) =>
    (
      await agent
        .get(path)
        .query({ ...scope, ...query })
        .expect(200)
    ).body;
  const { kpis, handoffs }: { kpis: KpiAnswer[]; handoffs: number } = await ask('/api/kpi');
  expect(handoffs).toBe(mine.length);
  expect((await ask('/api/process')).handoffs).toBe(mine.length);
  for (const { kpi, measure } of kpis) {
    const { total } = await ask(`/api/kpi/${kpi.id}/handoff`, { limit: 1 });
    const csv = await textOf(agent, `/api/handoff/export?format=csv&kpi=${kpi.id}&from=${scope.from}&to=${scope.to}`);
    expect({ kpi: kpi.id, list: total, rows: csv.text.split('\r\n').length - 2 }).toEqual({
      kpi: kpi.id,
      list: measure.n,
      rows: measure.n,
    });
  }
  const arrow = await agent
    .get('/api/handoff/export')
    .query({ ...scope, format: 'arrow' })
    .responseType('blob')
    .expect(200);
  expect(Array.from(tableFromIPC(arrow.body as Buffer).getChild('id') ?? [], String).sort()).toEqual(mine.map(({ id }) => id).sort());
});

test('who may see nobody is told nothing, and no number', async () => {
  const nobody = await signInAs(server, { kind: 'people', names: [] });
  const { body } = await nobody.get('/api/kpi').expect(200);
  expect(body.handoffs).toBe(0);
  for (const { measure } of body.kpis) expect(measure).toMatchObject({ value: null, n: 0 });
});

test('a session whose visibility cannot be read opens nothing', async () => {
  const other = await signInAs(server, { kind: 'people', names: [me] });
  await other.get('/api/kpi').expect(200);
  await server.db.query(
    `update session set sess = jsonb_set(sess, '{visibility}', '{"kind": "everyone"}') where sess -> 'visibility' ->> 'kind' = 'people'`,
  );
  await other.get('/api/kpi').expect(401);
});
