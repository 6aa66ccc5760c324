import type { Moment } from '../company/company.js';
import type { Answer, Request } from '../stand-in/fault.js';
import type { TypeformBook, TypeformForm, TypeformResponse } from './book.js';

export interface Asked {
  request: Request;
  book: TypeformBook;
  now: Moment;
  /** How long a new answer stays out of the lists. */
  lag: number;
}

const refusal = (status: number, code: string, description: string): Answer => ({ status, body: { code, description } });
export const notFound = (): Answer => refusal(404, 'FORM_NOT_FOUND', 'Non existing form with that uid');
export const unauthorized = (): Answer =>
  refusal(403, 'AUTHENTICATION_FAILED', 'Authentication credentials not found on the Request Headers');
export const tooMany = (): Answer => refusal(429, 'TOO_MANY_REQUESTS', 'Too many requests');
const invalid = (description: string): Answer => refusal(400, 'VALIDATION_ERROR', description);

const url = (path: string) => `https://api.typeform.com${path}`;

export function listForms({ request, book }: Asked): Answer {
  const [page, size] = [Number(request.query.get('page') ?? 1), Number(request.query.get('page_size') ?? 10)];
  if (size > 200) return invalid('page_size must be less than or equal to 200');
  const items = book.forms.slice((page - 1) * size, page * size).map(({ id, title }) => ({
    id,
    title,
    last_updated_at: '2025-01-01T00:00:00Z',
    settings: { is_public: true },
    _links: { display: `https://northwind.typeform.com/to/${id}` },
  }));
  return { status: 200, body: { total_items: book.forms.length, page_count: Math.ceil(book.forms.length / size), items } };
}

const formAt = ({ request, book }: Asked): TypeformForm | undefined => {
  const [, id] = /^\/forms\/([^/]+)/.exec(request.path) ?? [];
  return book.forms.find((form) => form.id === id);
};

/** Stars in a group, a recommendation, a yes or no, a text, and an address. */
export function showForm(asked: Asked): Answer {
  const form = formAt(asked);
  if (form === undefined) return notFound();
  const stars = {
    id: 'fStars',
    ref: 'stars',
    title: 'How satisfied are you with the start?',
    type: 'rating',
    properties: { shape: 'star', steps: 5 },
  };
  const fields = [
    { id: 'fGroup', ref: 'group', title: 'The start', type: 'group', properties: { fields: [stars] } },
    { id: 'fLikely', ref: 'likely', title: 'Would you recommend us?', type: 'nps', properties: { steps: 11, start_at_one: false } },
    { id: 'fRepeat', ref: 'repeat', title: 'Did you have to repeat yourself?', type: 'yes_no', properties: {} },
    { id: 'fText', ref: 'text', title: 'Anything else?', type: 'long_text', properties: {} },
    { id: 'fMail', ref: 'mail', title: 'Your e-mail address', type: 'email', properties: {} },
  ];
  return { status: 200, body: { ...form, type: 'form', hidden: ['account_id'], fields, _links: { display: url(`/to/${form.id}`) } } };
}

const KNOWN = new Set([
  'page_size',
  'since',
  'until',
  'after',
  'before',
  'included_response_ids',
  'response_type',
  'sort',
  'query',
  'fields',
]);

/** Newest first; `before` goes on from a token, and cannot be had with an order of one's own. */
export function listResponses(asked: Asked): Answer {
  const form = formAt(asked);
  if (form === undefined) return notFound();
  const { query } = asked.request;
  const wrong = wrongQuery(query);
  if (wrong !== null) return wrong;
  const standing = asked.book.responses.filter(({ formId, at }) => formId === form.id && at <= asked.now - asked.lag);
  const since = query.get('since') === null ? 0 : Date.parse(query.get('since') ?? '');
  const found = standing.filter(({ at }) => at >= since).sort((a, b) => b.at - a.at || (a.token < b.token ? 1 : -1));
  const edge = standing.find(({ token }) => token === query.get('before'));
  if (query.get('before') !== null && edge === undefined) return invalid('before: there is no response with this token');
  const left = edge === undefined ? found : found.slice(found.indexOf(edge) + 1);
  const size = Number(query.get('page_size') ?? 25);
  const items = left.slice(0, size).map(wireResponse);
  return { status: 200, body: { total_items: found.length, page_count: Math.ceil(found.length / size), items } };
}

function wrongQuery(query: URLSearchParams): Answer | null {
  const size = Number(query.get('page_size') ?? 25);
  const unknown = [...query.keys()].find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return invalid(`${unknown} is not a valid parameter`);
  if (!Number.isInteger(size) || size < 1 || size > 1000) return invalid('page_size must be between 1 and 1000');
  if (query.has('sort') && (query.has('before') || query.has('after'))) return invalid('sort cannot be used with after or before');
  const time = query.get('since');
  return time !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/.test(time) ? invalid('since is not a valid date') : null;
}

const iso = (at: Moment): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

function wireResponse({ token, at, companyId, email, stars, likely, repeated, comment }: TypeformResponse) {
  const answer = (type: string, id: string, value: unknown, kind: string) =>
    value === null ? [] : [{ field: { id, type: kind, ref: id.slice(1).toLowerCase() }, type, [type]: value }];
  return {
    landing_id: token,
    token,
    response_id: token,
    response_type: 'completed',
    landed_at: iso(at - 60_000),
    submitted_at: iso(at),
    metadata: {
      user_agent: 'Mozilla/5.0',
      platform: 'other',
      referer: 'https://northwind.typeform.com',
      network_id: '0',
      browser: 'default',
    },
    hidden: companyId === null ? {} : { account_id: companyId },
    calculated: { score: 0 },
    answers: [
      ...answer('number', 'fStars', stars, 'rating'),
      ...answer('number', 'fLikely', likely, 'nps'),
      ...answer('boolean', 'fRepeat', repeated, 'yes_no'),
      ...answer('text', 'fText', comment, 'long_text'),
      ...answer('email', 'fMail', email, 'email'),
    ],
  };
}
