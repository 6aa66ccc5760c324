import type { Answer, Request } from '../stand-in/fault.js';
import type { Book, Kept, KeptDeal, OwnField } from './book.js';
import { changelog, fieldList } from './changelog.js';
import { notFound } from './error.js';
import { list } from './lists.js';
import { keptPipeline, keptStage, wireDeal, wireRecord, wireUser } from './wire.js';

const DAY = 24 * 3_600_000;
const LABELS = ['include_option_labels', 'include_labels'];
const RECORDS = ['filter_id', 'ids', 'owner_id', 'include_fields', 'custom_fields'];
const DEALS = [...RECORDS, 'person_id', 'org_id', 'pipeline_id', 'stage_id', 'status'];

interface Asked {
  request: Request;
  book: Book;
  generation: number;
}

/** The answer to whoever may ask. `generation`: of the cursors that have not expired. */
export function route(request: Request, book: Book, generation: number): Answer {
  const asked: Asked = { request, book, generation };
  if (request.method !== 'GET') return notFound();
  const [, id] = /^\/api\/v1\/deals\/(\d+)\/changelog$/.exec(request.path) ?? [];
  if (id !== undefined) return changelog(request, book, { id: Number(id), generation });
  return ROUTES[request.path]?.(asked) ?? notFound();
}

const ROUTES: Record<string, (asked: Asked) => Answer> = {
  '/api/v1/users': ({ book }) => ({ status: 200, body: { success: true, data: book.users.map(wireUser) } }),
  '/api/v1/users/me': ({ book }) => ({
    status: 200,
    body: { success: true, data: { ...book.users.map(wireUser)[0], company_id: book.companyId } },
  }),
  '/api/v1/dealFields': ({ request, book }) => fieldList(request, book.dealFields),
  '/api/v1/organizationFields': ({ request, book }) => fieldList(request, book.organizationFields),
  '/api/v2/organizations': (asked) => records(asked, asked.book.organizations, asked.book.organizationFields),
  '/api/v2/persons': (asked) => records(asked, asked.book.persons, []),
  '/api/v2/activities': (asked) => records(asked, asked.book.activities, []),
  '/api/v2/deals': (asked) =>
    deals(asked, asked.request.query.get('status') === 'deleted' ? recentlyDeleted(asked.book) : inUse(asked.book), LABELS),
  '/api/v2/deals/archived': (asked) =>
    deals(
      asked,
      standing(asked.book.deals).filter(({ archivedAt }) => archivedAt !== null),
      [],
    ),
  '/api/v2/pipelines': (asked) => plain(asked, asked.book.pipelines.map(keptPipeline)),
  '/api/v2/stages': (asked) => plain(asked, asked.book.stages.map(keptStage)),
};

const standing = <Row extends Kept>(rows: Row[]) => rows.filter(({ deletedAt }) => deletedAt === null);
const inUse = ({ deals: all }: Book) => standing(all).filter(({ archivedAt }) => archivedAt === null);

/** What was deleted is told for 30 days after the newest deletion. */
function recentlyDeleted({ deals: all }: Book): KeptDeal[] {
  const newest = Math.max(...all.map(({ deletedAt }) => deletedAt ?? 0));
  return all.filter(({ deletedAt }) => deletedAt !== null && deletedAt > newest - 30 * DAY);
}

const wantsLabels = ({ query }: Request) => query.get('include_option_labels') === 'true';

const records = ({ request, generation }: Asked, rows: Kept[], fields: OwnField[]): Answer =>
  list(request, {
    rows: standing(rows),
    wire: (row) => wireRecord(row, fields, wantsLabels(request)),
    parameters: [...RECORDS, ...LABELS],
    generation,
    changes: true,
  });

function deals({ request, book, generation }: Asked, rows: KeptDeal[], labels: string[]): Answer {
  const first = (request.query.get('include_fields') ?? '').split(',').includes('first_won_time');
  const wire = (row: KeptDeal) => wireDeal(row, book.dealFields, { labels: wantsLabels(request), first });
  return list(request, { rows, wire, parameters: [...DEALS, ...labels], generation, changes: true });
}

const plain = ({ request, generation }: Asked, rows: Kept[]): Answer =>
  list(request, { rows, wire: (row) => wireRecord(row, [], false), parameters: ['pipeline_id'], generation, changes: false });
