import { type Book, type Kept, type KeptDeal, type OwnField, oldTime, seconds } from './pipedrive/book.js';
import { changelog, fieldList } from './pipedrive/changelog.js';
import { forbidden, notFound, tooMany, unauthorized } from './pipedrive/error.js';
import { list, times } from './pipedrive/lists.js';
import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';

export interface PipedriveOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Requests in two seconds; 20 is what the smallest plan allows. */
  perTwoSeconds?: number;
  /** Tokens in a day, which all requests share. */
  tokensPerDay?: number;
  /** Paths answered as if a scope were missing. */
  forbidden?: RegExp;
}

export type PipedriveStandIn = StandIn<{ kind: 'api token'; token: string }> & {
  /** What an app would use instead, and whose refresh token is replaced at each use. */
  oauth: { kind: 'oauth'; clientId: string; clientSecret: string; refreshToken: string };
  refused(): number;
  expireCursors(): void;
};

const DAY = 24 * 3_600_000;
const ORGANIZATIONS = ['filter_id', 'ids', 'owner_id', 'include_fields', 'custom_fields', 'include_option_labels', 'include_labels'];
const DEALS = [...ORGANIZATIONS, 'person_id', 'org_id', 'pipeline_id', 'stage_id', 'status'];

/** What a request costs of the day's tokens: https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting */
const costOf = (path: string) => (path.endsWith('/changelog') || path.startsWith('/api/v1') ? 20 : path.match(/stages|pipelines/) ? 5 : 10);

interface Told {
  refused: number;
  generation: number;
  spent: number;
  mints: number;
}

/** Plays a Pipedrive company, both of its APIs and its login. The book may change while it is served. */
export async function startPipedriveStandIn(book: Book, options: PipedriveOptions = {}): Promise<PipedriveStandIn> {
  const burst = new RollingLimit(options.perTwoSeconds ?? 20, 2_000);
  const budget = options.tokensPerDay ?? 1_000_000;
  const told: Told = { refused: 0, generation: 1, spent: 0, mints: 0 };
  const credentials = { kind: 'api token' as const, token: `sample-pipedrive-${book.companyId}` };
  const oauth = {
    kind: 'oauth' as const,
    clientId: 'baton-sample',
    clientSecret: 'sample-pipedrive-secret',
    refreshToken: 'sample-refresh-0',
  };
  const answer = (request: Request): Answer => {
    if (request.path === '/oauth/token') return mint(request, oauth, told);
    const { 'x-api-token': token, authorization } = request.headers;
    if (token !== credentials.token && authorization !== `Bearer sample-access-${told.mints}`) return unauthorized();
    const cost = costOf(request.path);
    const allowed = told.spent + cost <= budget && burst.take();
    if (allowed) told.spent += cost;
    else told.refused += 1;
    const answered = !allowed ? tooMany() : options.forbidden?.test(request.path) ? forbidden() : route(request, book, told.generation);
    return { ...answered, headers: limitHeaders(burst, { budget, spent: told.spent, cost, allowed }) };
  };
  const standIn = await serve({ credentials, now: options.now ?? (() => new Date()), port: options.port ?? 0, answer });
  const expireCursors = () => {
    told.generation += 1;
  };
  return Object.assign(standIn, { oauth, refused: () => told.refused, expireCursors });
}

function limitHeaders(
  burst: RollingLimit,
  { budget, spent, cost, allowed }: { budget: number; spent: number; cost: number; allowed: boolean },
) {
  const left = budget - spent;
  return {
    'x-ratelimit-limit': String(burst.max),
    'x-ratelimit-remaining': String(burst.remaining),
    'x-ratelimit-reset': '2',
    'x-daily-ratelimit-token-limit': String(budget),
    'x-daily-ratelimit-token-remaining': String(!allowed && left < cost ? 0 : left),
  };
}

function mint({ method, headers, body }: Request, oauth: PipedriveStandIn['oauth'], told: Told): Answer {
  const basic = `Basic ${Buffer.from(`${oauth.clientId}:${oauth.clientSecret}`).toString('base64')}`;
  const { grant_type: type, refresh_token: given } = (body ?? {}) as Record<string, string>;
  if (method !== 'POST' || headers.authorization !== basic) return { status: 401, body: { success: false, error: 'invalid_client' } };
  if (type !== 'refresh_token' || given !== oauth.refreshToken) return { status: 400, body: { success: false, error: 'invalid_grant' } };
  told.mints += 1;
  oauth.refreshToken = `sample-refresh-${told.mints}`;
  const access_token = `sample-access-${told.mints}`;
  return {
    status: 200,
    body: { access_token, token_type: 'Bearer', refresh_token: oauth.refreshToken, scope: 'deals:read', expires_in: 3599 },
  };
}

function route(request: Request, book: Book, generation: number): Answer {
  const [, id] = /^\/api\/v1\/deals\/(\d+)\/changelog$/.exec(request.path) ?? [];
  if (request.method !== 'GET') return notFound();
  if (id !== undefined) return changelog(request, book, { id: Number(id), generation });
  const labels = request.query.get('include_option_labels') === 'true';
  const standing = <Row extends Kept>(rows: Row[]) => rows.filter(({ deletedAt }) => deletedAt === null);
  const records = (rows: Kept[], fields: OwnField[]) =>
    list(request, { rows: standing(rows), wire: (row) => wire(row, fields, labels), parameters: ORGANIZATIONS, generation, changes: true });
  const deals = (rows: KeptDeal[]) => {
    const first = (request.query.get('include_fields') ?? '').split(',').includes('first_won_time');
    return list(request, { rows, wire: (row) => wireDeal(row, book, { labels, first }), parameters: DEALS, generation, changes: true });
  };
  const plain = <Row extends { id: number }>(rows: Row[], fields: (row: Row) => Record<string, unknown>) =>
    list(request, {
      rows: rows.map((row) => old(row.id, fields(row))),
      wire: wireOld,
      parameters: ['pipeline_id'],
      generation,
      changes: false,
    });
  const answers: Record<string, () => Answer> = {
    '/api/v1/users': () => ({ status: 200, body: { success: true, data: book.users.map((user) => wireUser(user, book)) } }),
    '/api/v1/users/me': () => ({
      status: 200,
      body: { success: true, data: book.users[0] ? { ...wireUser(book.users[0], book), company_id: book.companyId } : null },
    }),
    '/api/v1/dealFields': () => fieldList(request, book.dealFields),
    '/api/v1/organizationFields': () => fieldList(request, book.organizationFields),
    '/api/v2/organizations': () => records(book.organizations, book.organizationFields),
    '/api/v2/persons': () => records(book.persons, []),
    '/api/v2/activities': () => records(book.activities, []),
    '/api/v2/deals': () =>
      deals(
        request.query.get('status') === 'deleted'
          ? recentlyDeleted(book)
          : standing(book.deals).filter(({ archivedAt }) => archivedAt === null),
      ),
    '/api/v2/deals/archived': () => deals(standing(book.deals).filter(({ archivedAt }) => archivedAt !== null)),
    '/api/v2/pipelines': () => plain(book.pipelines, ({ name }) => ({ name, order_nr: 1, is_deal_probability_enabled: false })),
    '/api/v2/stages': () =>
      plain(book.stages, ({ name, pipelineId }) => ({
        name,
        pipeline_id: pipelineId,
        order_nr: 1,
        deal_probability: 50,
        is_deal_rot_enabled: false,
        days_to_rotten: null,
      })),
  };
  return answers[request.path]?.() ?? notFound();
}

/** What was deleted is told for 30 days after the newest deletion. */
function recentlyDeleted({ deals }: Book): KeptDeal[] {
  const newest = Math.max(...deals.map(({ deletedAt }) => deletedAt ?? 0));
  return deals.filter(({ deletedAt }) => deletedAt !== null && deletedAt > newest - 30 * DAY);
}

const MADE = Date.parse('2024-01-15T09:30:00Z');
const old = (id: number, fields: Record<string, unknown>): Kept => ({ id, addedAt: MADE, changedAt: MADE, deletedAt: null, fields });
const wireOld = (row: Kept) => ({ id: row.id, ...row.fields, ...times(row) });

function wire(row: Kept, fields: OwnField[], labels: boolean): Record<string, unknown> {
  const { custom_fields: own, ...rest } = row.fields as { custom_fields?: Record<string, unknown> };
  const shown = Object.entries(own ?? {}).map(([key, value]) => [key, labels ? labelled(fields, key, value) : value]);
  return { id: row.id, ...rest, ...times(row), ...(own === undefined ? {} : { custom_fields: Object.fromEntries(shown) }) };
}

function labelled(fields: OwnField[], key: string, value: unknown): unknown {
  const option = fields.find((field) => field.key === key)?.options.find(({ id }) => id === value);
  return option ?? value;
}

function wireDeal(deal: KeptDeal, book: Book, { labels, first }: { labels: boolean; first: boolean }): Record<string, unknown> {
  return {
    ...wire(deal, book.dealFields, labels),
    ...(deal.deletedAt === null ? {} : { status: 'deleted' }),
    is_archived: deal.archivedAt !== null,
    archive_time: deal.archivedAt === null ? null : seconds(deal.archivedAt),
    ...(first ? { first_won_time: deal.firstWonAt === null ? null : seconds(deal.firstWonAt) } : {}),
  };
}

const wireUser = ({ id, name, email, active, changedAt }: Book['users'][number], { users }: Book) => ({
  id,
  name,
  email,
  active_flag: active,
  default_currency: 'EUR',
  locale: 'de_DE',
  lang: 1,
  phone: null,
  activated: true,
  last_login: oldTime(changedAt),
  created: oldTime(MADE),
  modified: oldTime(changedAt),
  has_created_company: id === users[0]?.id,
  timezone_name: 'Europe/Berlin',
  timezone_offset: '+01:00',
  role_id: 1,
  icon_url: null,
  is_you: id === users[0]?.id,
  is_deleted: false,
});
