import type { HubspotStandIn } from '../etl/sandbox/hubspot-stand-in.js';
import type { ZendeskStandIn } from '../etl/sandbox/zendesk-stand-in.js';

/** One answer of a stand-in and the name of its shape in `fixture/vendor-schema`. */
export interface Told {
  shape: string;
  path: string;
  status: number;
  headers: Headers;
  body: unknown;
}

type Ask = (path: string, options?: { shape?: string; method?: string; body?: unknown; headers?: Record<string, string> }) => Promise<Told>;

/** Asks like a client with good credentials; a full address is asked as it is. */
export function asker(url: string, authorization: string): Ask {
  return async (path, { shape = '', method, body, headers } = {}) => {
    const response = await fetch(path.startsWith('http') ? path : url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { shape, path, status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  };
}

export const hubspotAsker = (standIn: HubspotStandIn): Ask => asker(standIn.url, `Bearer ${standIn.credentials.token}`);

/** Mints a token first. */
export async function zendeskAsker(standIn: ZendeskStandIn): Promise<Ask> {
  const { clientId, clientSecret } = standIn.credentials;
  const body = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: 'read' };
  const minted = await asker(standIn.url, '')('/oauth/tokens', { body });
  return asker(standIn.url, `Bearer ${(minted.body as { access_token: string }).access_token}`);
}

/** Follows a list to its end. `next` names the following address, or null. */
export async function* walk(
  ask: Ask,
  first: string,
  options: { shape: string; next: (told: Told) => string | null },
): AsyncGenerator<Told> {
  for (let path: string | null = first; path !== null; ) {
    const told: Told = await ask(path, { shape: options.shape });
    yield told;
    path = options.next(told);
  }
}

interface HubspotList {
  results: { id: string }[];
  paging?: { next: { after: string } };
}

export const afterOf = (told: Told): string | null => (told.body as HubspotList).paging?.next.after ?? null;

export const hubspotPages = (ask: Ask, first: string, shape = 'list') =>
  walk(ask, first, { shape, next: (told) => (afterOf(told) === null ? null : `${first}&after=${afterOf(told)}`) });

export const idsOf = (told: Told): string[] => (told.body as HubspotList).results.map(({ id }) => id);

const KINDS = ['companies', 'deals', 'tasks'] as const;
const HISTORY = 'properties=dealname,amount,hs_arr,churned_at,hs_task_subject&propertiesWithHistory=dealstage,csm_owner,brief_red_flags';

/** Everything the CRM stand-in answers: all lists with and without history, all that is deleted, searches, batches and the errors. */
export async function* hubspotAnswers(standIn: HubspotStandIn): AsyncGenerator<Told> {
  const ask = hubspotAsker(standIn);
  const at = '/crm/objects/2026-03';
  for (const kind of KINDS) {
    let ids: string[] = [];
    for await (const told of hubspotPages(ask, `${at}/${kind}?limit=100&properties=name,hs_merged_object_ids,dealtype,hubspot_owner_id`)) {
      ids = idsOf(told);
      yield told;
    }
    yield* hubspotPages(ask, `${at}/${kind}?limit=50&${HISTORY}`);
    yield* hubspotPages(ask, `${at}/${kind}?limit=100&archived=true`);
    const filters = [{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: '2024-01-01T00:00:00Z' }];
    yield ask(`${at}/${kind}/search`, {
      shape: 'search',
      body: { filterGroups: [{ filters }], limit: 200, properties: ['name', 'dealname'] },
    });
    yield ask(`${at}/${kind}/batch/read`, {
      shape: 'batchRead',
      body: { inputs: [...ids, '1'].slice(-50).map((id) => ({ id })), propertiesWithHistory: ['dealstage'] },
    });
    for (const other of KINDS.filter((each) => each !== kind)) {
      yield ask(`/crm/associations/2026-03/${kind}/${other}/batch/read`, {
        shape: 'associations',
        body: { inputs: [...ids, '1'].map((id) => ({ id })) },
      });
    }
    yield ask(`${at}/${kind}?limit=101`, { shape: 'error' });
  }
  yield* hubspotPages(ask, '/crm/owners/2026-03?limit=10', 'owners');
  yield* hubspotPages(ask, '/crm/owners/2026-03?limit=10&archived=true', 'owners');
  yield ask('/crm/pipelines/2026-03/deals', { shape: 'pipelines' });
  yield ask('/crm/owners/2026-03', { shape: 'error', headers: { authorization: 'Bearer nobody' } });
}

type ZendeskPage = { after_url?: string | null; end_of_stream?: boolean; next_page?: string | null; links?: { next: string | null } };

const nextOf = ({ body }: Told): string | null => {
  const { after_url, end_of_stream, next_page, links } = body as ZendeskPage;
  if (links !== undefined) return links.next;
  return end_of_stream === true ? null : (after_url ?? next_page ?? null);
};

/** All pages of one export or list of the support tool. */
export const zendeskPages = (ask: Ask, first: string, shape = '') => walk(ask, first, { shape, next: nextOf });

/** Everything the support stand-in answers. */
export async function* zendeskAnswers(standIn: ZendeskStandIn): AsyncGenerator<Told> {
  const { clientId, clientSecret } = standIn.credentials;
  const client = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: 'read' };
  yield asker(standIn.url, '')('/oauth/tokens', { shape: 'token', body: client });
  yield asker(standIn.url, '')('/oauth/tokens', { shape: 'error', body: { ...client, client_secret: 'wrong' } });
  const ask = await zendeskAsker(standIn);
  yield* zendeskPages(ask, '/api/v2/incremental/tickets/cursor.json?start_time=0&per_page=200', 'tickets');
  yield* zendeskPages(ask, '/api/v2/incremental/users/cursor.json?start_time=0&per_page=200', 'users');
  yield* zendeskPages(ask, '/api/v2/incremental/organizations.json?start_time=0&per_page=200', 'organizations');
  yield* zendeskPages(ask, '/api/v2/incremental/ticket_events.json?start_time=0&include=comment_events', 'ticketEvents');
  yield* zendeskPages(ask, '/api/v2/incremental/ticket_events.json?start_time=0', 'ticketEvents');
  yield* zendeskPages(ask, '/api/v2/satisfaction_ratings.json?page[size]=100', 'ratings');
  yield ask('/api/v2/incremental/tickets/cursor.json?start_time=9999999999', { shape: 'error' });
  yield ask('/api/v2/nothing.json', { shape: 'error' });
}
