import { z } from 'zod';
import { DATE_FORMATS } from './date-format.js';
import { column, dimensions, flag, kind, list, moments } from './mapping-column.js';

const dateFormat = z.enum(DATE_FORMATS).meta({ id: 'dateFormat' });

/** How the cells of any table are written, and which of its rows count. */
export const written = {
  decimal: z.enum(['.', ',']).optional().describe('Sign between whole and fraction; a point when not given'),
  dateFormat: dateFormat.optional().describe('Of every date in it; iso (2026-03-31) when not given'),
  absent: z.record(column, z.array(z.string())).optional().describe('Values of a column that mean "not said", beside the empty cell'),
  where: z.record(column, z.array(z.string()).min(1)).optional().describe('Only rows with one of these values are read'),
};

/** The columns that tell one row from another; without them a row is known by all that is in it. */
const id = z.union([column, z.array(column).min(1)], { error: 'must be a column or a list of columns' }).optional();
const some = column.optional();

const table = <W extends string, C extends z.ZodRawShape>(what: W, columns: C) => ({
  ...written,
  what: z.literal(what),
  columns: z.strictObject(columns),
});

const of = { account: some, deal: some };

const deals = {
  ...table('deals', {
    id: column,
    account: column.describe('Id of the customer, or its name where there is no id'),
    accountName: some,
    accountDomain: some,
    name: some,
    wonAt: some.describe('When the deal was won; not needed when another table has the stages'),
    won: flag.optional().describe('Which deals are won; those with a wonAt when not given'),
    kind: z
      .strictObject({ column, values: z.record(z.string(), z.enum(['new business', 'renewal', 'expansion'])) })
      .optional()
      .describe('New business when not given'),
    amount: some,
    arr: some,
    currency: some,
    owner: some.describe('The sales rep: id in a table of people, or a name'),
    csm: some,
    implementationOwner: some,
    createdAt: some,
  }),
  needsAccount: z.boolean().optional().describe('False keeps a deal that names no customer; it is no handoff until it names one'),
  dimensions: dimensions.optional(),
  moments: moments.optional(),
};

const accounts = {
  ...table('accounts', { id: column, name: some, domain: some, declaredId: some, csm: some, createdAt: some }),
  dimensions: dimensions.optional(),
  moments: moments.optional(),
};

const stages = table('stages', { id, deal: column, stage: column, enteredAt: column, won: flag });

const events = {
  ...table('events', { id, ...of, ticket: some, person: some, at: column, title: some, detail: some, value: some }),
  kind,
};

const tasks = {
  ...table('tasks', {
    id,
    ...of,
    subject: some,
    status: some,
    owner: some,
    required: flag.optional(),
    createdAt: some,
    dueAt: some,
    doneAt: some,
    cancelledAt: some,
  }),
  kind: kind.optional().describe('What a finished task means'),
};

const tickets = table('tickets', {
  id: column,
  ...of,
  requester: some,
  subject: some,
  status: some,
  priority: some,
  openedAt: some,
  solvedAt: some,
  escalatedAt: some,
  escalated: flag.optional().describe('Counts from openedAt where there is no escalatedAt'),
  repeatReportedAt: some,
  tags: list.optional(),
});

const messages = table('messages', {
  id,
  ticket: column,
  author: some,
  fromCustomer: flag,
  visible: flag.optional(),
  sentAt: column,
  body: some,
});

const surveys = {
  ...table('surveys', {
    id,
    ...of,
    ticket: some,
    person: some,
    score: column,
    askedAt: some,
    answeredAt: some,
    repeatedInformation: flag.optional(),
    comment: some,
  }),
  kind: z.enum(['csat', 'nps', 'ces']),
  scale: z.enum(['1-5', '1-10', '0-10', 'good-bad']),
};

const subscriptions = table('subscriptions', {
  id,
  account: column,
  status: some,
  product: some,
  startedAt: some,
  noticeAt: some,
  endedAt: some,
  arr: some,
  currency: some,
  reason: some,
});

const people = table('people', { id: column, name: some, email: some, internal: flag.optional(), active: flag.optional(), account: some });

/** A table of whatever is mapped, with what its source must say of it beside: a path, a name. */
export const mappedTables = <Said extends z.ZodRawShape>(said: Said) =>
  z.discriminatedUnion('what', [
    z.strictObject({ ...said, ...deals }),
    z.strictObject({ ...said, ...accounts }),
    z.strictObject({ ...said, ...stages }),
    z.strictObject({ ...said, ...events }),
    z.strictObject({ ...said, ...tasks }),
    z.strictObject({ ...said, ...tickets }),
    z.strictObject({ ...said, ...messages }),
    z.strictObject({ ...said, ...surveys }),
    z.strictObject({ ...said, ...subscriptions }),
    z.strictObject({ ...said, ...people }),
  ]);

/** A mapped table without what only its source says of it. */
export const mappedTable = mappedTables({});

export type MappedTable = z.infer<typeof mappedTable>;
export type What = MappedTable['what'];
export type TableOf<W extends What> = Extract<MappedTable, { what: W }>;

/** What others refer to comes first. */
export const READING_ORDER: What[] = [
  'people',
  'accounts',
  'deals',
  'stages',
  'tickets',
  'messages',
  'tasks',
  'surveys',
  'subscriptions',
  'events',
];
