import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  ApiToken,
  DefinitionVersion,
  Invitation,
  Login,
  Member,
  RejectedRecord,
  StreamRun,
  SyncRun,
  Team,
  type Workspace,
} from '../../etl/warehouse/index.js';
import { CANARY, XSS_PAYLOADS } from '../vector/xss.js';
import { NOW, twoYearsOfHandoffs } from './dashboard.js';

/** Every text that comes from outside or from a person, by table. */
const TEXTS: Record<string, string[]> = {
  handoff: ['name', 'account_name', 'segment', 'owner_name', 'csm_name'],
  account: ['name'],
  account_link: ['name'],
  deal: ['name'],
  handoff_event: ['title', 'detail', 'evidence'],
  source: ['name'],
  workspace: ['name', 'hold_reason'],
  report: ['name'],
  team: ['name'],
  login: ['name', 'email'],
  invitation: ['email'],
  api_token: ['name'],
  definition_version: ['note', 'decided_by'],
  rejected_record: ['reason'],
  stream_run: ['error', 'note'],
  sync_run: ['error'],
};

/** Stands behind each text, so that a page says which it shows. */
const mark = (field: string) => `~${field}~`;

export const FIELDS = Object.entries(TEXTS).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));

/** Of the texts that stand on a page, where they are kept. */
export const fieldsIn = (text: string): string[] => FIELDS.filter((field) => text.includes(mark(field)));

/** A login that the session of the page is given: some pages are only for one. */
export const LOGIN = randomUUID();

/** Two years of handoffs and one of all that people name, every text of which is a payload. */
export async function poison(db: DataSource, workspace: Workspace): Promise<void> {
  await twoYearsOfHandoffs(db, workspace);
  await people(db, workspace.id);
  await trouble(db, workspace.id);
  for (const [table, columns] of Object.entries(TEXTS)) {
    const picked = columns.map(
      (name, n) => `${name} = ($1::text[])[1 + ((numbered.n + ${n * 17}) % $2::int)] || ' ' || numbered.n || '${mark(`${table}.${name}`)}'`,
    );
    await db.query(
      `update ${table} set ${picked.join(', ')} from (select ctid as place, row_number() over () as n from ${table}) numbered where ${table}.ctid = numbered.place`,
      [XSS_PAYLOADS, XSS_PAYLOADS.length],
    );
  }
  await db.query(`update workspace set revision = revision + 1, held_at = $2 where id = $1`, [workspace.id, NOW]);
}

async function people(db: DataSource, workspaceId: string): Promise<void> {
  const teamId = randomUUID();
  const later = new Date(NOW.getTime() + 86_400_000);
  const visibility = 'all';
  await db.getRepository(Team).insert({ workspaceId, id: teamId, name: 'x', createdAt: NOW });
  for (const [n, id] of [LOGIN, randomUUID(), randomUUID()].entries()) {
    await db.getRepository(Login).insert({ id, email: `${n}@x`, emailVerifiedAt: NOW, name: 'x', createdAt: NOW });
    await db.getRepository(Member).insert({ workspaceId, loginId: id, role: 'admin', visibility, teamId, joinedAt: NOW });
    const dates = { createdAt: NOW, expiresAt: later };
    await db.getRepository(ApiToken).insert({
      workspaceId,
      id: randomUUID(),
      loginId: id,
      name: 'x',
      prefix: `baton_${n}`,
      tokenHash: `x${n}`,
      scopes: ['read'],
      visibility,
      ...dates,
    });
    await db
      .getRepository(Invitation)
      .insert({ workspaceId, id: randomUUID(), tokenHash: `x${n}`, email: `${n}@y`, role: 'admin', visibility, ...dates });
    await db.getRepository(DefinitionVersion).insert({
      ...{ workspaceId, version: n + 2, note: 'x', decidedAt: NOW, decidedBy: 'x', appliedAt: NOW },
      definition: { calendar: { holidays: [{ on: '2026-12-24', name: (XSS_PAYLOADS[n] ?? CANARY).slice(0, 100) }] } },
    });
  }
}

async function trouble(db: DataSource, workspaceId: string): Promise<void> {
  const of = { workspaceId, sourceId: 'crm', stream: 'deals' };
  const run = { startedAt: NOW, endedAt: NOW };
  for (const n of [1, 2, 3]) {
    const id = randomUUID();
    const payload = Object.fromEntries(XSS_PAYLOADS.slice(n * 10, n * 10 + 10).map((text) => [text, text]));
    await db.getRepository(RejectedRecord).insert({ ...of, externalId: `x${n}`, reason: 'x', payload, firstReadAt: NOW, lastReadAt: NOW });
    await db.getRepository(SyncRun).insert({
      workspaceId,
      id,
      sourceId: 'crm',
      trigger: 'hand',
      ...run,
      heartbeatAt: NOW,
      outcome: 'failed',
      errorKind: 'schema',
      error: 'x',
    });
    await db.getRepository(StreamRun).insert({ workspaceId, runId: id, stream: 'deals', ...run, error: 'x', note: 'x' });
  }
}
