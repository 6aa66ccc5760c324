import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { type SurveyBook, surveyBookOf, surveyBookWith } from '../sandbox/surveymonkey/book.js';
import { type SurveymonkeyOptions, startSurveymonkeyStandIn } from '../sandbox/surveymonkey-stand-in.js';
import { openSource } from './open-source.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const HOUR = 3_600_000;
const hoursLater = (hours: number) => new Date(until.getTime() + hours * HOUR);

async function connected(book: SurveyBook, options: SurveymonkeyOptions = {}) {
  const { db } = await testDatabase();
  const clock = { at: until };
  const standIn = await startSurveymonkeyStandIn(book, { now: () => clock.at, perMinute: 10_000, perDay: 10_000, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const settings = { baseUrl: standIn.url, pageSize: 20 };
  await connectSource(db, {
    workspaceId,
    id: 'survey',
    kind: 'surveymonkey',
    settings,
    credentials: standIn.credentials,
    createdAt: until,
  });
  const sync = () => runSync(db, { workspaceId, sourceId: 'survey', trigger: 'hand', secretKey: testKey, now: () => clock.at });
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  return { db, standIn, workspaceId, sync, clock, rows };
}

const written = ({ streams }: RunOutcome) => streams[0]?.writtenCount;
const asked = (requests: Map<string, number>) => [...requests.values()].reduce((sum, count) => sum + count, 0);
const lists = (requests: Map<string, number>) => requests.get('GET /v3/surveys') ?? 0;

test('the first sync brings every response, and the second asks for the list of surveys only and changes nothing', async () => {
  const book = surveyBookWith(95, until);
  const { db, workspaceId, standIn, sync, clock } = await connected(book);
  const first = await sync();
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  expect(written(first)).toBe(95);
  const hashes = await tableHashes(db, workspaceId);
  const before = asked(standIn.requests) - lists(standIn.requests);
  clock.at = hoursLater(2);
  expect(written(await sync())).toBe(0);
  expect(asked(standIn.requests) - lists(standIn.requests)).toBe(before);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('scores keep to their kind, and who was screened out or only tried the survey says nothing', async () => {
  const book = surveyBookWith(95, until);
  const { sync, rows } = await connected(book);
  await sync();
  const counted = book.responses.filter(({ status, preview }) => status !== 'disqualified' && !preview);
  const found = await rows(
    `select kind, count(*)::int as count, count(satisfied)::int as judged, count(account_external_id)::int as named
    from survey_response where workspace_id = $1 group by kind order by kind`,
  );
  const likely = counted.filter(({ likely }) => likely !== null);
  const named = (responses: typeof counted) => responses.filter(({ variables }) => 'account_id' in variables).length;
  expect(found).toEqual([
    { kind: 'csat', count: counted.length, judged: counted.length, named: named(counted) },
    { kind: 'nps', count: likely.length, judged: 0, named: named(likely) },
  ]);
  const repeated = await rows(`select count(*)::int as count from survey_response where workspace_id = $1 and repeated_information`);
  expect(repeated).toEqual([{ count: counted.filter((response) => response.repeated).length }]);
});

test('a new answer is found at once, an edited one when all are asked again', async () => {
  const book = surveyBookWith(50, until);
  const { sync, clock, rows } = await connected(book);
  await sync();
  book.change(['900000003'], hoursLater(1).getTime());
  clock.at = hoursLater(2);
  expect(written(await sync())).toBe(0);
  const [any] = book.responses;
  if (!any) throw new Error('the book is empty');
  book.responses.push({ ...any, id: '900009999', createdAt: hoursLater(3).getTime(), modifiedAt: hoursLater(3).getTime() });
  clock.at = hoursLater(4);
  expect(written(await sync())).toBe(2);
  book.change(['900000005'], hoursLater(5).getTime());
  clock.at = hoursLater(26);
  expect(written(await sync())).toBe(1);
  expect(await rows(`select comment from survey_response where workspace_id = $1 and external_id = '900000005:csat'`)).toEqual([
    { comment: '(edited)' },
  ]);
});

test('70 answers of one second are all read, although pages hold 20', async () => {
  const book = surveyBookWith(100, until);
  book.change(
    book.responses.slice(10, 80).map(({ id }) => id),
    until.getTime() - HOUR,
  );
  const { sync } = await connected(book);
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'succeeded', error: null });
  expect(written(run)).toBe(100);
});

test("when the day's requests are used up the run says when reading goes on, and keeps what it has", async () => {
  const book = surveyBookWith(95, until);
  const { standIn, sync, rows } = await connected(book, { perDay: 4 });
  expect(await sync()).toMatchObject({ error: expect.stringContaining("the app's requests of today (4) are used up. Reading goes on in") });
  expect(lists(standIn.requests)).toBe(1);
  expect(await rows(`select count(*)::int as count from record where workspace_id = $1`)).toEqual([{ count: 39 }]);
});

test("the sample company's answers reach its accounts by the id in the link", async () => {
  const company = sampleCompany({ until, wonDeals: 60 });
  const { sync, rows } = await connected(surveyBookOf(company));
  expect(await sync()).toMatchObject({ outcome: 'succeeded', error: null });
  const answered = company.truth.handoffs.filter(({ respondedAt }) => respondedAt !== null);
  const satisfied = answered.filter((handoff) => handoff.satisfied).length;
  const found = await rows(
    `select count(*)::int as count, count(*) filter (where satisfied)::int as satisfied, count(distinct l.declared_id)::int as accounts
    from survey_response s join account_link l on l.workspace_id = $1 and l.source_id = s.source_id and l.external_id = s.account_external_id
    where s.workspace_id = $1`,
  );
  expect(found).toEqual([{ count: answered.length, satisfied, accounts: new Set(answered.map(({ companyId }) => companyId)).size }]);
});

test('test() names missing scopes, unknown surveys and a wrong token', async () => {
  const signal = new AbortController().signal;
  const opened = async (scopes: string[], more: object = {}, token = '') => {
    const standIn = await startSurveymonkeyStandIn(surveyBookWith(1, until), { scopes });
    onTestFinished(() => standIn.close());
    const context = { now: () => until, keepCredentials: async () => {} };
    const settings = { baseUrl: standIn.url, ...more };
    return openSource({ id: 'survey', kind: 'surveymonkey', settings }, { token: token || standIn.credentials.token }, context);
  };
  const all = ['surveys_read', 'responses_read', 'responses_read_detail'];
  await expect((await opened(all.slice(0, 1))).test(signal)).rejects.toThrow('the token lacks responses_read, responses_read_detail.');
  await expect((await opened(all, { mapping: { surveyIds: ['7'] } })).test(signal)).rejects.toThrow('there is no survey 7');
  await expect((await opened(all, {}, 'wrong')).test(signal)).rejects.toThrow('401');
  await expect((await opened(all)).test(signal)).resolves.toBeUndefined();
});
