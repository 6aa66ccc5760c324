import type { Answer } from '../stand-in/fault.js';
import type { Asking } from './export.js';
import { SUPPORT, TIER_TWO } from './field.js';

export function listGroups({ url }: Asking): Answer {
  const groups = [SUPPORT, TIER_TWO].map(({ id, name }) => ({
    url: `${url}/api/v2/groups/${id}.json`,
    id,
    is_public: true,
    name,
    description: '',
    default: id === SUPPORT.id,
    deleted: false,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  }));
  const meta = { has_more: false, after_cursor: null, before_cursor: null };
  return { status: 200, body: { groups, meta, links: { prev: null, next: null } } };
}
