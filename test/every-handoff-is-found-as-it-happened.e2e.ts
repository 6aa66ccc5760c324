import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandoffTruth } from '../etl/sandbox/company/truth.js';
import { type Sandbox, startSandbox } from '../etl/sandbox/sandbox.js';
import { runSync } from '../etl/sync/run.js';
import { Handoff } from '../etl/warehouse/index.js';
import { addWorkspace, connectSource, testKey } from './connected-source.js';
import { freshDatabase } from './database.js';

const until = new Date('2026-06-01T00:00:00Z');
const at = new Date('2026-06-01T00:10:00Z');

let sandbox: Sandbox;
let db: DataSource;
let pairs: { truth: HandoffTruth; found: Handoff }[];
let found: Handoff[];

beforeAll(async () => {
  sandbox = await startSandbox({ until, wonDeals: 250 });
  db = (await freshDatabase()).db;
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const { company, hubspot, zendesk } = sandbox;
  const crm = {
    id: 'crm',
    kind: 'hubspot',
    settings: { baseUrl: hubspot.url, portalId: company.portalId },
    credentials: hubspot.credentials,
  };
  const desk = { id: 'desk', kind: 'zendesk', settings: { baseUrl: zendesk.url }, credentials: zendesk.credentials };
  for (const source of [crm, desk]) {
    await connectSource(db, { workspaceId, createdAt: until, ...source });
    const run = await runSync(db, { workspaceId, sourceId: source.id, trigger: 'first', secretKey: testKey, now: () => at });
    expect(run).toMatchObject({ outcome: 'succeeded', error: null });
  }
  found = await db.getRepository(Handoff).findBy({ workspaceId });
  const byDeal = new Map(found.map((handoff) => [handoff.dealExternalId, handoff]));
  pairs = company.truth.handoffs.flatMap((truth) => {
    const handoff = byDeal.get(truth.dealId);
    return handoff === undefined ? [] : [{ truth, found: handoff }];
  });
});
afterAll(async () => {
  await sandbox.close();
  await db.destroy();
});

/** The deals for which two readings of one thing differ. */
const differing = (read: (pair: (typeof pairs)[number]) => [unknown, unknown]) =>
  pairs.flatMap((pair) => {
    const [truth, seen] = read(pair);
    return JSON.stringify(truth) === JSON.stringify(seen) ? [] : [{ dealId: pair.truth.dealId, truth, seen }];
  });

const earlier = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b));

const seen = (moment: Date | null) => moment?.getTime() ?? null;

test('each won deal that still stands is a handoff, and nothing else is', () => {
  const counting = found.filter((handoff) => handoff.removedAt === null);
  expect(counting.map((handoff) => handoff.dealExternalId).sort()).toEqual(
    sandbox.company.truth.handoffs.map((truth) => truth.dealId).sort(),
  );
});

describe('the moments of every handoff are those of the truth', () => {
  test.each<[string, (pair: (typeof pairs)[number]) => [unknown, unknown]]>([
    ['won', (pair) => [pair.truth.wonAt, seen(pair.found.wonAt)]],
    ['owner named', (pair) => [pair.truth.ownerNamedAt, seen(pair.found.ownerNamedAt)]],
    ['welcome', (pair) => [pair.truth.welcomeAt, seen(pair.found.welcomeAt)]],
    [
      'next steps sent or kickoff scheduled',
      (pair) => [earlier(pair.truth.nextStepsAt, pair.truth.kickoffScheduledAt), seen(pair.found.nextStepsAt)],
    ],
    ['internal meeting', (pair) => [pair.truth.internalMeetingAt, seen(pair.found.internalMeetingAt)]],
    ['brief accepted with all six sections', (pair) => [pair.truth.knowledgeTransferAt, seen(pair.found.knowledgeTransferAt)]],
    ['kickoff', (pair) => [pair.truth.kickoffAt, seen(pair.found.kickoffAt)]],
    ['promise gap', (pair) => [pair.truth.promiseGapAt, seen(pair.found.promiseGapAt)]],
    ['promise conversation', (pair) => [pair.truth.promiseConversationAt, seen(pair.found.promiseConversationAt)]],
    ['first value', (pair) => [pair.truth.firstValueAt, seen(pair.found.firstValueAt)]],
    ['onboarding completed', (pair) => [pair.truth.onboardingCompletedAt, seen(pair.found.onboardingCompletedAt)]],
    ['notice', (pair) => [pair.truth.noticeGivenAt, seen(pair.found.noticeAt)]],
    ['churn', (pair) => [pair.truth.churnedAt, seen(pair.found.churnedAt)]],
    [
      'answer',
      (pair) => [
        [pair.truth.respondedAt, pair.truth.satisfied],
        [seen(pair.found.surveyAnsweredAt), pair.found.surveySatisfied],
      ],
    ],
    ['escalations', (pair) => [[...pair.truth.escalatedAt].sort(), pair.found.escalationAt.map(seen)]],
    ['segment', (pair) => [pair.truth.segment, pair.found.segment]],
    [
      'sections',
      (pair) => [
        pair.truth.sectionsAtWon,
        pair.found.briefSectionAt.filter((moment) => moment !== null && moment <= pair.found.wonAt).length,
      ],
    ],
    ['episodes', (pair) => [pair.truth.episodes.map((episode) => episode.at).sort(), pair.found.repeatAt.map(seen).sort()]],
  ])('%s', (_, read) => {
    const wrong = differing(read);
    expect({ wrong: wrong.length, first: wrong.slice(0, 3) }).toEqual({ wrong: 0, first: [] });
  });
});
