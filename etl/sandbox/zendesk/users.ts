import type { SupportUser } from '../company/company.js';
import type { Answer } from '../stand-in/fault.js';
import type { Asking } from './export.js';
import type { Timeline } from './timeline.js';
import { wireUser } from './wire.js';

/** People in the order of their ids, of the asked roles only, a hundred at most on a page. */
export function listUsers(timeline: Timeline<SupportUser>, { request, url }: Asking): Answer {
  const { query } = request;
  const roles = [...query.getAll('role[]'), ...query.getAll('role')];
  const size = Math.min(100, Number(query.get('page[size]') ?? '100'));
  const after = Number(query.get('page[after]') ?? '0');
  const rows = timeline.all().filter((row) => row.id > after && (roles.length === 0 || roles.includes(row.held.role)));
  const page = rows.sort((a, b) => a.id - b.id).slice(0, size);
  const meta = { has_more: rows.length > size, after_cursor: page.length === 0 ? null : String(page.at(-1)?.id), before_cursor: null };
  return { status: 200, body: { users: page.map((row) => wireUser(row.held, url)), meta, links: { prev: null, next: null } } };
}
