import type { Owner } from '../company/company.js';
import type { Answer, Request } from '../stand-in/fault.js';
import { invalid } from './error.js';
import type { Shelf } from './shelf.js';

/** Those who left are only told when asked for with `archived=true`, and then without a user id. */
export function listOwners(shelf: Shelf<Owner>, request: Request): Answer {
  const limit = Number(request.query.get('limit') ?? '100');
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) return invalid('The limit must be between 1 and 500');
  const found = shelf.from(Number(request.query.get('after') ?? '0'), { archived: request.query.get('archived') === 'true', count: limit });
  const results = found.slice(0, limit).map(wire);
  const last = results.at(-1);
  const paging = found.length > limit && last !== undefined ? { paging: { next: { after: String(Number(last.id) + 1) } } } : {};
  return { status: 200, body: { results, ...paging } };
}

function wire(owner: Owner) {
  const archived = owner.archivedAt !== null;
  return {
    id: owner.id,
    email: owner.email,
    type: 'PERSON',
    firstName: owner.firstName,
    lastName: owner.lastName,
    ...(archived ? {} : { userId: owner.userId }),
    userIdIncludingInactive: owner.userId,
    createdAt: new Date(owner.createdAt).toISOString(),
    updatedAt: new Date(owner.changedAt).toISOString(),
    archived,
  };
}
