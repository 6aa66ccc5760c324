import type { Moment, Rating } from '../company/company.js';
import type { Answer } from '../stand-in/fault.js';
import { invalidValue } from './error.js';
import type { Asking } from './export.js';

const SURVEY = { id: '01HSAMPLESVRVEY0000000000A', version: 1, state: 'enabled' };
const EDITABLE = 28 * 86_400_000;
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The new CSAT: one list for all answers, by the time of sending in milliseconds, fifty on a page. */
export function listSurveyResponses(ratings: Rating[], { request }: Asking): Answer {
  const { query } = request;
  const size = Number(query.get('page[size]') ?? '50');
  if (!Number.isInteger(size) || size < 1 || size > 50) return invalidValue('page[size] must be between 1 and 50');
  const start = Number(query.get('filter[created_at_start]') ?? '0');
  const after = query.get('page[after]') ?? '';
  const rows = ratings
    .map((rating) => ({ id: ulid(rating.createdAt, rating.id), rating }))
    .filter(({ id, rating }) => rating.createdAt >= start && id > after)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = rows.slice(0, size);
  const meta = { has_more: rows.length > size, after_cursor: page.at(-1)?.id ?? null, before_cursor: page[0]?.id ?? null };
  const body = { survey_responses: page.map(({ id, rating }) => wire(id, rating)), meta, links: { prev: null, next: null } };
  return { status: 200, body };
}

/** Sent and not answered has no answers yet. */
function wire(id: string, rating: Rating) {
  const zrn = `zen:ticket:${rating.ticketId}`;
  return {
    id,
    expires_at: new Date(rating.createdAt + EDITABLE).toISOString(),
    responder_id: Number(rating.requesterId),
    subject_zrns: [zrn],
    subjects: [{ id: rating.ticketId, type: 'ticket', zrn }],
    survey: SURVEY,
    answers: rating.score === 'offered' ? [] : answers(rating),
  };
}

const text = (value: string) => ({ type: 'static', value });

function answers(rating: Rating) {
  const at = new Date(rating.changedAt).toISOString();
  const given = { created_at: at, updated_at: at };
  const good = rating.score === 'good';
  const scale = {
    type: 'rating_scale_numeric',
    sub_type: 'customer_satisfaction',
    id: 'Q1',
    alias: 'rating',
    headline: text('How was it?'),
  };
  const options = [
    { id: 'O1', label: text('The issue was not resolved') },
    { id: 'O2', label: text('I had to explain it again') },
  ];
  const reason = { type: 'closed_ended', id: 'Q2', alias: 'reason', headline: text('Why?'), options };
  const open = { type: 'open_ended', id: 'Q3', alias: 'comment', headline: text('Anything else?') };
  const again = rating.comment?.includes('hoping for') ?? false;
  const chosen = again ? 'O2' : 'O1';
  return [
    { type: 'rating_scale', rating: good ? 5 : 1, rating_category: good ? 'good' : 'bad', question: scale, ...given },
    good
      ? { type: 'skipped', question: reason, ...given }
      : { type: 'closed_ended', selections: [{ type: 'predefined', option_id: chosen }], question: reason, ...given },
    rating.comment === null
      ? { type: 'skipped', question: open, ...given }
      : { type: 'open_ended', value: rating.comment, question: open, ...given },
  ];
}

/** Ten digits of milliseconds, and the id where others have chance. */
function ulid(at: Moment, id: string): string {
  let [time, left] = ['', at];
  for (let place = 0; place < 10; place += 1) {
    time = `${DIGITS[left % 32]}${time}`;
    left = Math.floor(left / 32);
  }
  return `${time}${id.padStart(16, '0')}`;
}
