import { randomUUID } from 'node:crypto';
import type { Kept } from './company/company.js';
import type { SampleCompany } from './company/sample.js';
import { Associations } from './hubspot/associations.js';
import { contactsOf, lineItemsOf, meetingsOf, submissionsOf, ticketsOf } from './hubspot/desk.js';
import { contactType, lineItemType, meetingType, submissionType, ticketType } from './hubspot/desk-property.js';
import { missingScopes, notFound, tooMany, unauthorized } from './hubspot/error.js';
import { Objects } from './hubspot/objects.js';
import { listOwners } from './hubspot/owners.js';
import { companyType, dealType, type ObjectType, taskType } from './hubspot/property.js';
import { Search } from './hubspot/search.js';
import { Shelf } from './hubspot/shelf.js';
import { listPipelines, listTicketPipelines } from './hubspot/wire-pipelines.js';
import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';

export interface HubspotOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Requests in ten seconds; HubSpot's own number for a private app on the free plan is 100. */
  perTenSeconds?: number;
  searchesPerSecond?: number;
  perDay?: number;
  /** How long a change stays out of the search index. */
  searchLagMilliseconds?: number;
  /** 'whole' also tells contacts, tickets, survey answers, line items and meetings; else the account has none of them. */
  account?: 'sales' | 'whole';
  /** Types of objects for which the token has no scope: 'tickets'. */
  forbidden?: string[];
}

export type HubspotStandIn = StandIn<{ token: string }>;

/** The two dated versions in support, each with its own support of 18 months. */
const VERSION = '(?:2026-03|2026-09)';
const OBJECTS = new RegExp(
  `^/crm/objects/${VERSION}/(companies|deals|tasks|contacts|tickets|feedback_submissions|line_items|meetings|calls|emails)(/search|/batch/read)?$`,
);
const ASSOCIATIONS = new RegExp(`^/crm/(?:associations/${VERSION}|v4/associations)/(\\w+)/(\\w+)/batch/read$`);
const OWNERS = new RegExp(`^/crm/owners/${VERSION}/?$`);
const PIPELINES = new RegExp(`^/crm/pipelines/${VERSION}/(deals|tickets)$`);
const DAY = 24 * 3600 * 1000;

/** Plays the CRM side of the company. */
export function startHubspotStandIn(company: SampleCompany, options: HubspotOptions = {}): Promise<HubspotStandIn> {
  const now = options.now ?? (() => new Date());
  const token = `pat-eu1-sample-${company.portalId}-${company.seed}`;
  const limits = {
    burst: new RollingLimit(options.perTenSeconds ?? 100, 10_000),
    search: new RollingLimit(options.searchesPerSecond ?? 5, 1_000),
    day: new RollingLimit(options.perDay ?? 250_000, DAY),
  };
  const route = router(company, options, () => now().getTime() - (options.searchLagMilliseconds ?? 0));
  const answer = (request: Request): Answer => {
    if (request.headers.authorization !== `Bearer ${token}`) return withHeaders(unauthorized(), {});
    const search = request.path.endsWith('/search');
    const refused = limited(limits, search);
    const answered = refused ?? forbiddenTo(options, request) ?? route(request);
    return withHeaders(answered, search ? dailyHeaders(limits.day) : { ...burstHeaders(limits.burst), ...dailyHeaders(limits.day) });
  };
  return serve({ credentials: { token }, now, port: options.port ?? 0, answer });
}

type Limits = Record<'burst' | 'search' | 'day', RollingLimit>;

function limited({ burst, search, day }: Limits, searching: boolean): Answer | null {
  if (!day.take()) return tooMany('DAILY');
  if (!burst.take()) return tooMany('TEN_SECONDLY_ROLLING');
  return searching && !search.take() ? tooMany('SECONDLY') : null;
}

function router(company: SampleCompany, options: HubspotOptions, indexedUntil: () => number): (request: Request) => Answer {
  const whole = options.account === 'whole';
  const kind = <T extends Kept>(type: ObjectType<T>, take: (company: SampleCompany) => T[]) => {
    const objects = new Objects(type, new Shelf(company, take));
    return { objects, search: new Search(objects, indexedUntil, () => company.revision) };
  };
  const kinds = {
    companies: kind(companyType, (held) => held.companies),
    deals: kind(dealType, (held) => held.deals),
    tasks: kind(taskType, (held) => held.tasks),
    contacts: kind(contactType, whole ? contactsOf : none),
    tickets: kind(ticketType, whole ? ticketsOf : none),
    feedback_submissions: kind(submissionType, whole ? submissionsOf : none),
    line_items: kind(lineItemType, whole ? lineItemsOf : none),
    meetings: kind(meetingType, whole ? meetingsOf : none),
    calls: kind(meetingType, none),
    emails: kind(meetingType, none),
  };
  const owners = new Shelf(company, (held) => held.owners);
  const associations = new Associations(company, whole);
  return (request) => {
    const [, name, action] = OBJECTS.exec(request.path) ?? [];
    if (name !== undefined) return ofObjects(kinds[name as keyof typeof kinds], request, action);
    const [, from, to] = ASSOCIATIONS.exec(request.path) ?? [];
    if (from !== undefined && to !== undefined && request.method === 'POST') return associations.batchRead(request, from, to);
    if (OWNERS.test(request.path)) return listOwners(owners, request);
    return ofPipelines(request);
  };
}

const none = () => [];

function ofPipelines({ path }: Request): Answer {
  const [, of] = PIPELINES.exec(path) ?? [];
  if (of === undefined) return notFound();
  return of === 'tickets' ? listTicketPipelines() : listPipelines();
}

function forbiddenTo({ forbidden = [] }: HubspotOptions, { path }: Request): Answer | null {
  const type = forbidden.find((one) => path.split('/').includes(one));
  return type === undefined ? null : missingScopes(`crm.objects.${type}.read`);
}

interface Questions {
  objects: { list(request: Request): Answer; batchRead(request: Request): Answer };
  search: { answer(request: Request): Answer };
}

function ofObjects({ objects, search }: Questions, request: Request, action: string | undefined): Answer {
  if (action === undefined) return request.method === 'GET' ? objects.list(request) : notFound();
  if (request.method !== 'POST') return notFound();
  return action === '/search' ? search.answer(request) : objects.batchRead(request);
}

const withHeaders = (answer: Answer, more: Record<string, string>): Answer => ({
  ...answer,
  headers: { 'x-hubspot-correlation-id': randomUUID(), ...more, ...answer.headers },
});

const burstHeaders = (burst: RollingLimit) => ({
  'x-hubspot-ratelimit-max': String(burst.max),
  'x-hubspot-ratelimit-remaining': String(burst.remaining),
  'x-hubspot-ratelimit-interval-milliseconds': String(burst.windowMilliseconds),
});

const dailyHeaders = (day: RollingLimit) => ({
  'x-hubspot-ratelimit-daily': String(day.max),
  'x-hubspot-ratelimit-daily-remaining': String(day.remaining),
});
