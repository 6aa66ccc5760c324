import { afterEach, expect, test } from 'vitest';
import { asker, type Told, zendeskAsker, zendeskPages } from '../../test/every-answer.js';
import type { SampleCompany } from './company/sample.js';
import { sampleCompany } from './sample-company.js';
import { startZendeskStandIn, type ZendeskOptions, type ZendeskStandIn } from './zendesk-stand-in.js';

const UNTIL = new Date('2026-03-01T12:00:00Z');
const TICKETS = '/api/v2/incremental/tickets/cursor.json';
const open: ZendeskStandIn[] = [];
afterEach(() => Promise.all(open.splice(0).map((standIn) => standIn.close())));

async function play(options: ZendeskOptions = {}, company: SampleCompany = sampleCompany({ until: UNTIL, wonDeals: 120 })) {
  const many = { perMinute: 10_000, cursorExportsPerMinute: 10_000, timeExportsPerMinute: 10_000 };
  const standIn = await startZendeskStandIn(company, { ...many, ...options });
  open.push(standIn);
  return { company, standIn, ask: await zendeskAsker(standIn) };
}

const rows = (told: Told, name: string) => (told.body as Record<string, { id: number }[]>)[name] ?? [];

async function all(pages: AsyncGenerator<Told>, name: string) {
  const found: { id: number }[] = [];
  for await (const told of pages) found.push(...rows(told, name));
  return found;
}

const ids = (records: { id: string | number }[]) => records.map(({ id }) => String(id)).sort();

test('the ticket export gives every ticket once, deleted ones too, oldest change first', async () => {
  const { company, ask } = await play();
  const tickets = await all(zendeskPages(ask, `${TICKETS}?start_time=0&per_page=13`), 'tickets');
  expect(ids(tickets)).toEqual(ids(company.tickets));
  const changes = (tickets as unknown as { generated_timestamp: number }[]).map((ticket) => ticket.generated_timestamp);
  expect(changes).toEqual([...changes].sort((a, b) => a - b));
  const deleted = (tickets as unknown as { id: number; status: string }[]).filter(({ status }) => status === 'deleted');
  expect(ids(deleted)).toEqual([...company.truth.planted.deletedTicketIds].sort());
});

test('after the end of the export there is no cursor any more', async () => {
  const { ask } = await play();
  const last = (await ask(`${TICKETS}?start_time=0&per_page=1000`)).body as { after_cursor: string; end_of_stream: boolean };
  expect(last.end_of_stream).toBe(true);
  const beyond = await ask(`${TICKETS}?cursor=${encodeURIComponent(last.after_cursor)}`);
  expect(beyond.body).toMatchObject({ tickets: [], after_cursor: null, end_of_stream: true });
});

test('a ticket moved by the system comes although its last event is older than the start', async () => {
  const { company, ask } = await play();
  const start = Math.floor((company.until - 41 * 86_400_000) / 1000);
  const tickets = (await ask(`${TICKETS}?start_time=${start}`)).body as { tickets: { updated_at: string }[] };
  expect(tickets.tickets.some((ticket) => Date.parse(ticket.updated_at) < start * 1000)).toBe(true);
});

test('the last minute is left out, and may not be asked for', async () => {
  const company = sampleCompany({ until: UNTIL, wonDeals: 120 });
  const newest = Math.max(...company.tickets.map((ticket) => ticket.changedAt));
  const count = async (seconds: number) => {
    const { ask } = await play({ now: () => new Date(newest + seconds * 1000) }, company);
    return rows(await ask(`${TICKETS}?start_time=0&per_page=1000`), 'tickets').length;
  };
  expect(await count(59)).toBe(company.tickets.length - 1);
  expect(await count(61)).toBe(company.tickets.length);
  const { ask } = await play({ now: () => UNTIL }, company);
  expect(await ask(`${TICKETS}?start_time=${UNTIL.getTime() / 1000 - 30}`)).toMatchObject({
    status: 400,
    body: { error: 'StartTimeTooRecent' },
  });
});

test('the time-based export repeats the last second, loses nothing and ends', async () => {
  const { company, ask } = await play();
  const seen: { id: number }[] = [];
  const pages: Told[] = [];
  for await (const told of zendeskPages(ask, '/api/v2/incremental/organizations.json?start_time=0&per_page=10')) {
    pages.push(told);
    seen.push(...rows(told, 'organizations'));
  }
  const kept = new Map(seen.map((organization) => [organization.id, organization]));
  expect(ids([...kept.values()])).toEqual(ids(company.organizations));
  expect(seen.length).toBe(company.organizations.length + pages.length - 1);
});

test('the time-based export gets beyond a second with more rows than a page', async () => {
  const company = sampleCompany({ until: UNTIL, wonDeals: 60 });
  for (const organization of company.organizations.slice(5, 40)) organization.changedAt = company.until - 86_400_000;
  const { ask } = await play({}, company);
  const seen = await all(zendeskPages(ask, '/api/v2/incremental/organizations.json?start_time=0&per_page=10'), 'organizations');
  expect(ids([...new Map(seen.map((row) => [row.id, row])).values()])).toEqual(ids(company.organizations));
});

test('ticket events carry the words only when comments are included, and what changed with what was before', async () => {
  const { company, ask } = await play();
  const path = '/api/v2/incremental/ticket_events.json?start_time=0';
  type Event = {
    ticket_id: number;
    child_events: { body?: string; event_type: string; priority?: string; previous_value?: unknown; added_tags?: string[] }[];
  };
  const silent = (await all(zendeskPages(ask, path), 'ticket_events')) as unknown as Event[];
  expect(silent.flatMap((event) => event.child_events).filter((child) => child.body !== undefined)).toEqual([]);
  const told = await all(zendeskPages(ask, `${path}&include=comment_events`), 'ticket_events');
  const events = [...new Map(told.map((event) => [event.id, event])).values()] as unknown as Event[];
  const said = events.flatMap((event) => event.child_events.flatMap((child) => child.body ?? []));
  const standing = company.tickets.filter((ticket) => ticket.archivedAt === null);
  expect(said).toHaveLength(standing.flatMap((ticket) => ticket.steps).filter((step) => step.body !== null).length);
  const children = events.flatMap((event) => event.child_events);
  const raised = children.filter((child) => child.priority === 'urgent' && child.event_type === 'Change');
  expect(new Set(raised.map((child) => child.previous_value))).toEqual(new Set(['normal']));
  expect(children.some((child) => child.added_tags?.includes('escalated'))).toBe(true);
  expect(children.some((child) => child.added_tags?.includes('repeated_information'))).toBe(true);
});

test('ratings come a hundred at a time, from a time of asking on', async () => {
  const { company, ask } = await play();
  const ratings = await all(zendeskPages(ask, '/api/v2/satisfaction_ratings.json?page[size]=30'), 'satisfaction_ratings');
  expect(ids(ratings)).toEqual(ids(company.ratings));
  const start = Math.floor(company.until / 1000) - 90 * 86_400;
  const recent = await all(
    zendeskPages(ask, `/api/v2/satisfaction_ratings.json?page[size]=30&start_time=${start}`),
    'satisfaction_ratings',
  );
  expect(ids(recent)).toEqual(ids(company.ratings.filter((rating) => rating.createdAt >= start * 1000)));
  expect((await ask('/api/v2/satisfaction_ratings.json?page[size]=101')).status).toBe(400);
});

test('a minted token ends, and the next one works', async () => {
  let now = UNTIL;
  const { standIn, ask } = await play({ now: () => now, tokenSeconds: 600 });
  expect((await ask(`${TICKETS}?start_time=0`)).status).toBe(200);
  now = new Date(UNTIL.getTime() + 600_000);
  expect(await ask(`${TICKETS}?start_time=0`)).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
  expect((await (await zendeskAsker(standIn))(`${TICKETS}?start_time=0`)).status).toBe(200);
});

test('the API token works as a password, and a wrong one makes an anonymous person', async () => {
  const { standIn } = await play();
  const basic = (token: string) =>
    asker(standIn.url, `Basic ${Buffer.from(`${standIn.apiToken.email}/token:${token}`).toString('base64')}`);
  expect((await basic(standIn.apiToken.token)(`${TICKETS}?start_time=0`)).status).toBe(200);
  expect((await basic('wrong')(`${TICKETS}?start_time=0`)).status).toBe(401);
  expect(await basic('wrong')('/api/v2/users/me.json')).toMatchObject({ status: 200, body: { user: { name: 'Anonymous user' } } });
});

test('an export has a limit of its own and says how long to wait', async () => {
  const { ask } = await play({ cursorExportsPerMinute: 1 });
  const first = await ask(`${TICKETS}?start_time=0`);
  expect(first.headers.get('zendesk-ratelimit-incremental-exports-cursor')).toBe('total=1; remaining=0; resets=60');
  const second = await ask(`${TICKETS}?start_time=0`);
  expect(second.status).toBe(429);
  expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(50);
});
