import type { Answer, Request } from '../stand-in/fault.js';
import { type Book, type OwnField, oldTime } from './book.js';
import { invalid, notFound } from './error.js';

const MOST = 100;

/** The history of one deal, newest first, by pages of at most 100. */
export function changelog({ query }: Request, book: Book, { id, generation }: { id: number; generation: number }): Answer {
  const deal = book.deals.find((one) => one.id === id);
  if (deal === undefined) return notFound();
  const limit = Math.min(MOST, Number(query.get('limit') ?? MOST));
  const [, given, from] = /^g(\d+):(\d+)$/.exec(Buffer.from(query.get('cursor') ?? '', 'base64url').toString('utf8')) ?? [];
  if (query.has('cursor') && given !== String(generation)) return invalid('Invalid cursor');
  const start = Number(from ?? 0);
  const all = [...deal.changes].sort((a, b) => b.at - a.at);
  const data = all.slice(start, start + limit).map(({ at, key, from: old, to }) => ({
    field_key: key,
    old_value: old,
    new_value: to,
    actor_user_id: book.users[0]?.id,
    time: oldTime(at),
    change_source: 'app',
    change_source_user_agent: null,
    is_bulk_update_flag: false,
  }));
  const next = start + limit < all.length ? Buffer.from(`g${generation}:${start + limit}`).toString('base64url') : null;
  return { status: 200, body: { success: true, data, additional_data: { next_cursor: next } } };
}

/** The fields there are: some that everybody has, and those of one's own. The older paging, by a count. */
export function fieldList({ query }: Request, own: OwnField[]): Answer {
  const start = Number(query.get('start') ?? 0);
  const limit = Number(query.get('limit') ?? 100);
  const usual = ['title', 'value', 'status'].map((key, index) => ({
    key,
    name: key,
    type: 'varchar' as const,
    options: [],
    id: index + 1,
  }));
  const all = [...usual, ...own.map((field, index) => ({ ...field, id: 100 + index }))];
  const data = all.slice(start, start + limit).map(({ id, key, name, type, options }) => ({
    id,
    key,
    name,
    field_type: type,
    edit_flag: key.length === 40,
    ...(options.length === 0 ? {} : { options }),
  }));
  const more = start + limit < all.length;
  const pagination = { start, limit, more_items_in_collection: more, ...(more ? { next_start: start + limit } : {}) };
  return { status: 200, body: { success: true, data, additional_data: { pagination } } };
}
