import { deriveHandoffs } from '../../etl/handoff/derive.js';
import { keepBefore } from '../../etl/sync/keep-before.js';
import { undoImport } from '../../etl/sync/undo-import.js';
import { within } from '../../etl/warehouse/index.js';
import { Book, entry, readOnce } from '../book-source.js';
import type { Asked } from './asked-routes.js';
import { uuidOf } from './generated-row.js';
import type { Step } from './mutation.js';
import type { TwinServer } from './twin-server.js';
import { NOW } from './twins.js';

/** Every question of the document, asked by Anna. */
export const questions = (twins: TwinServer): Step[] => twins.asked.anna.map((asked) => requested(twins, asked));

function requested(twins: TwinServer, asked: Asked): Step {
  const run = async () => {
    const { status, text } = await twins.ask('anna', asked);
    return `${status} ${text}`;
  };
  return { name: `${asked.method} ${asked.path}`, run };
}

const report = { name: 'Weekly', recipients: ['ann@example.com'], timeZone: 'UTC', schedule: '0 8 * * 1' };
const placed = { kind: 'conversation', sourceId: 'crm', externalId: 'crm:0', accountId: null };

/** Changes that Anna may make again and again, in an order in which each finds what it needs. */
const CHANGES: Asked[] = [
  { method: 'post', path: '/api/definition/preview', body: { definition: {} } },
  { method: 'put', path: '/api/definition', body: { from: 1, definition: {}, note: 'nothing new' } },
  { method: 'put', path: '/api/match', body: placed },
  { method: 'delete', path: '/api/match?kind=conversation&sourceId=crm&externalId=crm:0' },
  { method: 'post', path: '/api/repeat/try', body: { rules: {} } },
  { method: 'post', path: '/api/repeat/verdict', body: { sourceId: 'crm', factId: 'crm:0', verdict: 'dismissed' } },
  { method: 'delete', path: '/api/repeat/verdict?sourceId=crm&factId=crm:0' },
  { method: 'put', path: `/api/report/${uuidOf('report')}`, body: report },
  { method: 'post', path: `/api/report/${uuidOf('report')}/send`, body: { to: ['ann@example.com'] } },
  { method: 'post', path: '/api/team', body: { name: 'Team', owners: ['Rep 1'] } },
  { method: 'patch', path: `/api/team/${uuidOf('team')}`, body: { name: 'Other', owners: ['Rep 2'] } },
  { method: 'post', path: '/api/invitation', body: { email: 'new@example.com', role: 'csm' } },
  { method: 'delete', path: `/api/invitation/${uuidOf('invitation')}` },
  { method: 'delete', path: `/api/token/${uuidOf('api_token')}` },
  { method: 'delete', path: `/api/team/${uuidOf('team')}` },
  { method: 'post', path: '/api/source/crm/mapping/preview', body: { mapping: {} } },
  { method: 'put', path: '/api/source/crm/mapping', body: { mapping: {} } },
  { method: 'post', path: '/api/source/crm/cancel' },
  { method: 'post', path: '/api/import/undo', body: { sourceId: 'crm' } },
  { method: 'delete', path: '/api/source/desk' },
  { method: 'post', path: '/api/erasure', body: { email: 'nobody@example.com', preview: true } },
  { method: 'post', path: '/api/erasure', body: { email: 'nobody@example.com', preview: false } },
];

/** Changes of the workspace itself, whose id is in their address. */
const ofWorkspace = (id: string): Asked[] => [
  { method: 'put', path: `/api/workspace/${id}/keeping`, body: { auditDays: 400 } },
  { method: 'put', path: `/api/workspace/${id}/hold`, body: { reason: 'a case' } },
  { method: 'delete', path: `/api/workspace/${id}/hold` },
];

/** What Anna changes by requests, and what the server does for her in the background. */
export function changes(twins: TwinServer): Step[] {
  const asked = [...CHANGES, ...ofWorkspace(twins.made.anna)];
  return [reading(twins), importing(twins), deriving(twins), ...asked.map((one) => requested(twins, one))];
}

/** A source is read twice: some records are new, then some differ and one is gone. */
function reading({ server: { scoped }, made: { anna } }: TwinServer): Step {
  const run = async () => {
    const book = new Book();
    const once = () => within(anna, () => readOnce(scoped, anna, { stream: book.stream(), at: NOW }));
    return said(async () => {
      book.sends = [entry('a', 1), entry('b', 1), entry('c', 1), { id: 'bad', name: 1 }];
      await once();
      book.sends = [entry('a', 2, 'Another'), entry('b', 2), entry('d', 2), { id: 'bad', name: 'Good', changedAt: 2 }];
      book.gone = [{ externalId: 'c', at: NOW }];
      await once();
    });
  };
  return { name: 'reading', run };
}

/** What is kept before an import, and put back when it is undone. */
function importing({ server: { scoped }, made: { anna } }: TwinServer): Step {
  const key = { workspaceId: anna, sourceId: 'crm' };
  const run = () =>
    said(() =>
      within(anna, async () => {
        await keepBefore(scoped, key, NOW);
        return undoImport(scoped, { ...key, at: NOW });
      }),
    );
  return { name: 'importing', run };
}

/** All that was read is derived anew. */
function deriving({ server: { scoped, db }, made: { anna } }: TwinServer): Step {
  const run = async () => {
    await db.query(
      `insert into pending_change (workspace_id, source_id, stream, record_id)
       select distinct workspace_id, source_id, stream, record_id from deal where workspace_id = $1
       union select workspace_id, source_id, stream, record_id from account_link where workspace_id = $1 on conflict do nothing`,
      [anna],
    );
    return said(() => within(anna, () => deriveHandoffs(scoped, anna, { at: NOW })));
  };
  return { name: 'deriving', run };
}

async function said(work: () => Promise<unknown>): Promise<string> {
  try {
    return `200 ${JSON.stringify(await work())}`;
  } catch (error) {
    return `500 ${String(error)}`;
  }
}
