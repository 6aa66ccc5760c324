import type { SampleCompany } from '../company/sample.js';
import type { Answer, Request } from '../stand-in/fault.js';
import { DESK_LINKS } from './desk-pairs.js';
import { invalid, notFound } from './error.js';
import { batch, fieldsOf } from './objects.js';

type Pair = [from: string, to: string];

/** HubSpot's own numbers for these pairs; the first of deal and company is the primary one. */
const TYPE_IDS: Record<string, number[]> = {
  'deals/companies': [5, 341],
  'companies/deals': [6, 342],
  'tasks/deals': [216],
  'deals/tasks': [215],
  'tasks/companies': [192],
  'companies/tasks': [191],
};

const PER_RECORD = 500;

/** Which record belongs to which; read by batches of ids only. */
export class Associations {
  private revision = -1;
  private readonly byKind = new Map<string, Map<string, string[]>>();

  constructor(
    private readonly company: SampleCompany,
    /** Whether the account uses more than the sales half of the CRM. */
    private readonly whole: boolean,
  ) {}

  batchRead(request: Request, from: string, to: string): Answer {
    const kind = `${from}/${to}`;
    const typeIds = TYPE_IDS[kind] ?? DESK_LINKS[kind]?.typeIds;
    if (typeIds === undefined) return notFound();
    const { inputs } = fieldsOf(request.body);
    if (!Array.isArray(inputs)) return invalid('Invalid input JSON: "inputs" is required');
    if (inputs.length > 1000)
      return invalid(`The maximum number of inputs supported in a batch request is 1000. Received ${inputs.length}.`);
    const links = this.links(kind);
    const asked = inputs.map((input) => ({ id: String(fieldsOf(input).id), after: Number(fieldsOf(input).after ?? 0) }));
    const results = asked
      .filter(({ id }) => links.has(id))
      .map(({ id, after }) => answered({ id, after, typeIds, to: links.get(id) ?? [] }));
    return batch(
      results,
      asked.filter(({ id }) => !links.has(id)).map(({ id }) => alone(id, from, to)),
    );
  }

  private links(kind: string): Map<string, string[]> {
    if (this.revision !== this.company.revision) this.byKind.clear();
    this.revision = this.company.revision;
    const known = this.byKind.get(kind) ?? grouped(this.pairs(kind));
    this.byKind.set(kind, known);
    return known;
  }

  private pairs(kind: string): Pair[] {
    const desk = DESK_LINKS[kind];
    if (desk === undefined) return pairs(this.company, kind);
    return this.whole ? desk.pairs(this.company) : [];
  }
}

function pairs(company: SampleCompany, kind: string): Pair[] {
  const [from, to] = kind.split('/');
  const forward = from === 'tasks' || kind === 'deals/companies';
  const records = forward ? from : to;
  const held = records === 'deals' ? company.deals : company.tasks;
  const target = (forward ? to : from) === 'deals' ? 'dealId' : 'companyId';
  return held.flatMap((kept): Pair[] => {
    const other = kept.archivedAt === null ? ((kept as { dealId?: string | null; companyId: string | null })[target] ?? null) : null;
    if (other === null) return [];
    return [forward ? [kept.id, other] : [other, kept.id]];
  });
}

function grouped(found: Pair[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [from, to] of found) {
    const group = groups.get(from);
    if (group === undefined) groups.set(from, [to]);
    else group.push(to);
  }
  return groups;
}

function answered({ id, after, typeIds, to }: { id: string; after: number; typeIds: number[]; to: string[] }): unknown {
  const page = to.slice(after, after + PER_RECORD);
  const associationTypes = typeIds.map((typeId) => ({
    category: 'HUBSPOT_DEFINED',
    typeId,
    label: [1, 5, 6, 26].includes(typeId) ? 'Primary' : null,
  }));
  const paging = after + PER_RECORD < to.length ? { paging: { next: { after: String(after + PER_RECORD) } } } : {};
  return { from: { id }, to: page.map((other) => ({ toObjectId: Number(other), associationTypes })), ...paging };
}

function alone(id: string, from: string, to: string): unknown {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to} is associated with ${from} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
    errors: [],
    links: {},
  };
}
