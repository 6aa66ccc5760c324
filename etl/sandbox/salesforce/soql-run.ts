import { Refused } from './error.js';
import { fieldOf, type OrgObjects, type Row, type Sobject, type SobjectField, type Value } from './sobject.js';
import { type Condition, type Literal, parseSoql, type SoqlQuery } from './soql-parse.js';

/** A field of an answer: where its value is found. */
export interface Column {
  /** 'Name', or 'CreatedBy.UserType'. */
  path: string;
  field: SobjectField;
  /** The object behind the relation, and the field that holds its id; null for a field of the record itself. */
  through: { sobject: Sobject; id: string } | null;
}

export interface Result {
  sobject: Sobject;
  /** Null for COUNT(). */
  columns: Column[] | null;
  rows: Row[];
}

/** Runs a question as Salesforce would, deleted and archived rows only for queryAll. Throws Refused with its code. */
export function runSoql(org: OrgObjects, soql: string, { all }: { all: boolean }): Result {
  const query = parseSoql(soql);
  const sobject = org.get(query.from.toLowerCase());
  if (sobject === undefined) throw new Refused('INVALID_TYPE', `${query.from}\nsObject type '${query.from}' is not supported.`);
  const columns = query.fields?.map((path) => columnOf(org, sobject, path)) ?? null;
  if (columns !== null && new Set(columns.map(({ path }) => path.toLowerCase())).size < columns.length)
    throw new Refused('MALFORMED_QUERY', 'duplicate field selected');
  const tests = query.where.map((condition) => testOf(sobject, condition));
  const rows = sobject
    .rows()
    .filter((row) => (all || (row.IsDeleted !== true && row.IsArchived !== true)) && tests.every((test) => test(row)));
  const sorted = sort(rows, query, sobject);
  return { sobject, columns, rows: query.limit === null ? sorted : sorted.slice(0, query.limit) };
}

/** What a record says in a column. */
export function valueAt(row: Row, { path, field, through }: Column): Value {
  if (through === null) return row[field.name] ?? null;
  const other = through.sobject.rows().find(({ Id }) => Id === row[through.id]);
  return other?.[path.slice(path.indexOf('.') + 1)] ?? null;
}

function columnOf(org: OrgObjects, sobject: Sobject, path: string): Column {
  const [relation = '', name] = path.split('.');
  if (name === undefined) return { path: known(sobject, path).name, field: known(sobject, path), through: null };
  const by = sobject.fields.find((field) => field.relation?.name.toLowerCase() === relation.toLowerCase());
  const other = by?.relation ? org.get(by.relation.sobject.toLowerCase()) : undefined;
  if (by === undefined || other === undefined)
    throw new Refused('INVALID_FIELD', `Didn't understand relationship '${relation}' in field path.`);
  return { path, field: known(other, name), through: { sobject: other, id: by.name } };
}

function known(sobject: Sobject, name: string): SobjectField {
  const field = fieldOf(sobject, name);
  if (field !== null) return field;
  throw new Refused(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${sobject.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
  );
}

function testOf(sobject: Sobject, condition: Condition): (row: Row) => boolean {
  const field = known(sobject, condition.field);
  if (!field.filterable) throw new Refused('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
  const values = condition.values.map((literal) => comparable(field, literal));
  return (row) => holds(row[field.name] ?? null, condition.operator, values);
}

function holds(held: Value, operator: Condition['operator'], values: Value[]): boolean {
  if (operator === 'IN') return values.some((value) => order(held, value) === 0);
  if (operator === 'NOT IN') return values.every((value) => order(held, value) !== 0);
  const [value = null] = values;
  const difference = order(held, value);
  if (operator === '=') return difference === 0;
  if (operator === '!=') return difference !== 0;
  if (held === null || value === null) return false;
  return { '>': difference > 0, '>=': difference >= 0, '<': difference < 0, '<=': difference <= 0 }[operator];
}

const NUMBERS = new Set(['currency', 'double', 'int']);

/** A literal as the field's type; a date-time in quotes is refused, as Salesforce refuses it. */
function comparable(field: SobjectField, literal: Literal): Value {
  const { kind, text } = literal;
  if (kind === 'word' && text.toLowerCase() === 'null') return null;
  const value = NUMBERS.has(field.type) ? numberOf(literal) : (READ[field.type] ?? textOf)(literal);
  if (value !== undefined) return value;
  throw new Refused('INVALID_FIELD', `value of filter criterion for field '${field.name}' must be of type ${field.type}, not '${text}'`);
}

type Read = (literal: Literal) => Value | undefined;

const textOf: Read = ({ kind, text }) => (kind === 'text' ? text : undefined);
const numberOf: Read = ({ kind, text }) => (kind === 'number' ? Number(text) : undefined);

const READ: Partial<Record<SobjectField['type'], Read>> = {
  datetime: ({ kind, text }) => (kind === 'moment' && text.includes('T') ? Date.parse(text) : undefined),
  date: ({ kind, text }) => (kind === 'moment' && !text.includes('T') ? text : undefined),
  boolean: ({ kind, text }) => (kind === 'word' && /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined),
};

function sort(rows: Row[], { orderBy }: SoqlQuery, sobject: Sobject): Row[] {
  const by = orderBy.map(({ field, descending }) => ({ field: known(sobject, field), descending }));
  const unsortable = by.find(({ field }) => !field.sortable);
  if (unsortable) throw new Refused('MALFORMED_QUERY', `field '${unsortable.field.name}' can not be sorted in a query call`);
  return rows.toSorted((a, b) => {
    for (const { field, descending } of by) {
      const difference = order(a[field.name] ?? null, b[field.name] ?? null);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}

/** Nulls first. */
function order(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
