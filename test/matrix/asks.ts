import { randomUUID } from 'node:crypto';
import type { IdName } from './ids.js';

/** What a route is asked with beside its id: as little as is valid, and chosen so that whoever may do it does no harm. */
export interface Ask {
  ids?: IdName;
  query?: Record<string, string>;
  body?: () => object | string;
  type?: string;
  /** Parts of the path beside the id. */
  parts?: Record<string, string>;
}

const PASSWORD = 'four harbour lamps glow';
const WORKSPACE = { name: 'Made', timeZone: 'Europe/Oslo', currency: 'NOK' };
const NOTED = { from: 987_654, note: 'As it was.' };
const email = () => `${randomUUID()}@baton.example`;

export const ASKS: Record<string, Ask> = {
  'GET /api/kpi/{id}': { ids: 'kpi' },
  'GET /api/kpi/{id}/handoff': { ids: 'kpi' },
  'GET /api/driver/factor/{id}/handoff': { ids: 'factor' },
  'GET /api/handoff/{id}': { ids: 'handoff' },
  'GET /api/handoff/export': { query: { format: 'csv' } },
  'GET /api/risk/{handoffId}': { ids: 'handoff' },
  'GET /api/mail/{id}': { ids: 'mail' },
  'GET /api/process/handoff': { query: { variant: 'others' } },
  'GET /api/match/account': { query: { search: 'a' } },
  'PUT /api/match': { body: () => ({ kind: 'ticket', sourceId: 'none', externalId: '1', accountId: null }) },
  'DELETE /api/match': { query: { kind: 'ticket', sourceId: 'none', externalId: '1' } },
  'PUT /api/definition': { body: () => ({ ...NOTED, definition: {} }) },
  'POST /api/definition/preview': { body: () => ({ definition: {} }) },
  'POST /api/definition/{version}/restore': { ids: 'version', body: () => NOTED },
  'POST /api/import/undo': { body: () => ({ sourceId: 'none' }) },
  'GET /api/erasure/person': { query: { words: 'example' } },
  'POST /api/erasure': { body: () => ({ email: email(), preview: true }) },
  'GET /api/import/{id}': { ids: 'upload' },
  'POST /api/import/{id}': { ids: 'upload', body: () => ({ mapping: {} }) },
  'POST /api/import/{id}/guess': { ids: 'upload' },
  'POST /api/import/{id}/preview': { ids: 'upload', body: () => ({ mapping: {} }) },
  'PUT /api/import/{id}/file/{name}': { ids: 'upload', parts: { name: 'a.csv' }, body: () => 'a,b\n1,2\n', type: 'text/csv' },
  'POST /api/invitation': { body: () => ({ email: email(), role: 'csm' }) },
  'DELETE /api/invitation/{id}': { ids: 'invitation' },
  'POST /api/invitation/read': { body: () => ({ token: 'none' }) },
  'POST /api/invitation/accept': { body: () => ({ token: 'none' }) },
  'POST /api/login': { body: () => ({ name: 'Ada', email: email(), password: 'short' }) },
  'PATCH /api/login': { body: () => ({ name: 'Somebody' }) },
  'DELETE /api/login': { body: () => ({ password: 'none' }) },
  'DELETE /api/login/{id}': { ids: 'member' },
  'PUT /api/login/password': { body: () => ({ current: 'none', new: PASSWORD }) },
  'DELETE /api/login/identity': { body: () => ({ password: 'none' }) },
  'POST /api/login/identity': { body: () => ({ password: 'none' }) },
  'POST /api/login/second-factor': { body: () => ({ password: 'none' }) },
  'PUT /api/login/second-factor': { body: () => ({ code: '000000' }) },
  'DELETE /api/login/second-factor': { body: () => ({ password: 'none', code: '000000' }) },
  'POST /api/login/recovery-code': { body: () => ({ password: 'none' }) },
  'POST /api/password-reset/read': { body: () => ({ token: 'none' }) },
  'POST /api/password-reset/use': { body: () => ({ token: 'none', password: PASSWORD }) },
  'GET /api/member/{id}': { ids: 'member' },
  'PATCH /api/member/{id}': { ids: 'member', body: () => ({ sight: 'all' }) },
  'DELETE /api/member/{id}': { ids: 'member' },
  'POST /api/member/{id}/password-reset': { ids: 'member' },
  'DELETE /api/member/{id}/second-factor': { ids: 'member' },
  'DELETE /api/member/{id}/session': { ids: 'member' },
  'POST /api/team': { body: () => ({ name: 'Made' }) },
  'PATCH /api/team/{id}': { ids: 'team', body: () => ({ name: 'Renamed' }) },
  'DELETE /api/team/{id}': { ids: 'team' },
  'POST /api/repeat/try': { body: () => ({}) },
  'POST /api/repeat/verdict': { body: () => ({ sourceId: 'none', factId: '1', verdict: 'confirmed' }) },
  'DELETE /api/repeat/verdict': { query: { sourceId: 'none', factId: '1' } },
  'PUT /api/report/{id}': {
    ids: 'report',
    body: () => ({ name: 'Weekly', recipients: ['ann@example.com'], timeZone: 'UTC', schedule: '0 8 * * 1', active: false }),
  },
  'POST /api/report/{id}/send': { ids: 'report', body: () => ({ to: ['ann@example.com'] }) },
  'POST /api/session': { body: () => ({ email: email(), password: 'none' }) },
  'POST /api/session/second-factor': { body: () => ({ code: '000000' }) },
  'POST /api/session/own': { body: () => WORKSPACE },
  'POST /api/session/workspace': { body: () => ({ id: randomUUID() }) },
  'DELETE /api/session/all/{id}': { ids: 'session' },
  'POST /api/source': { body: () => ({ kind: 'none', settings: {}, credentials: {} }) },
  'DELETE /api/source/{id}': { ids: 'source' },
  'POST /api/source/{id}/cancel': { ids: 'source' },
  'GET /api/source/{id}/mapping': { ids: 'source' },
  'PUT /api/source/{id}/mapping': { ids: 'source', body: () => ({ mapping: { none: 1 } }) },
  'POST /api/source/{id}/mapping/preview': { ids: 'source', body: () => ({ mapping: { none: 1 } }) },
  'GET /api/source/{id}/rejected': { ids: 'source' },
  'GET /api/source/{id}/settings': { ids: 'source' },
  'PUT /api/source/{id}/settings': { ids: 'source', body: () => ({ name: 'Renamed', settings: {}, schedule: null }) },
  'POST /api/source/{id}/sync': { ids: 'source' },
  'POST /api/source/{id}/test': { ids: 'source' },
  'POST /api/token': { body: () => ({ name: 'Made', scopes: ['read'], visibility: 'mine', days: 1 }) },
  'DELETE /api/token/{id}': { ids: 'token' },
  'POST /api/workspace': { body: () => WORKSPACE },
  'DELETE /api/workspace/{id}': { ids: 'workspace', body: () => ({ name: 'Not its name' }) },
  'GET /api/workspace/{id}/keeping': { ids: 'workspace' },
  'PUT /api/workspace/{id}/keeping': { ids: 'workspace', body: () => ({ auditDays: null }) },
  'PUT /api/workspace/{id}/hold': { ids: 'workspace', body: () => ({ reason: 'Kept for now.' }) },
  'DELETE /api/workspace/{id}/hold': { ids: 'held' },
  'PATCH /api/workspace/{id}': { ids: 'workspace', body: () => ({ weekStart: 1 }) },
  'POST /api/webhook/{workspaceId}/{sourceId}': {
    ids: 'workspace',
    parts: { sourceId: 'crm' },
    body: () => '{}',
    type: 'application/json',
  },
};
