import { z } from 'zod';
import { DATE_FORMATS } from './date-format.js';
import { column, dimensions, flag, kind, moments } from './mapping-column.js';

const encoding = z
  .string()
  .refine(isEncoding, 'is not an encoding; usual ones are utf-8, windows-1252 and utf-16le')
  .describe('utf-8 when not given; windows-1252 is what Excel writes in Western Europe and America');

const dateFormat = z.enum(DATE_FORMATS).meta({ id: 'dateFormat' });

/** What is said of every file, whatever is in it. */
const said = {
  path: z.string().min(1).describe('Of the file, from the folder of this mapping'),
  delimiter: z.enum([',', ';', '\t', '|']).optional().describe('Found out when not given'),
  encoding: encoding.optional(),
  decimal: z.enum(['.', ',']).optional().describe('Sign between whole and fraction; a point when not given'),
  dateFormat: dateFormat.optional().describe('Of every date in the file; iso (2026-03-31) when not given'),
  absent: z.record(column, z.array(z.string())).optional().describe('Values of a column that mean "not said", beside the empty cell'),
  where: z.record(column, z.array(z.string()).min(1)).optional().describe('Only rows with one of these values are read'),
};

/** The columns that tell one row from another; without them a row is known by all that is in it. */
const id = z.union([column, z.array(column).min(1)], { error: 'must be a column or a list of columns' }).optional();
const some = column.optional();

const file = <W extends string, C extends z.ZodRawShape>(what: W, columns: C) =>
  z.strictObject({ ...said, what: z.literal(what), columns: z.strictObject(columns) });

const of = { account: some, deal: some };

const deals = file('deals', {
  id: column,
  account: column.describe('Id of the customer, or its name where there is no id'),
  accountName: some,
  accountDomain: some,
  name: some,
  wonAt: some.describe('When the deal was won; not needed when another file has the stages'),
  won: flag.optional().describe('Which deals are won; those with a wonAt when not given'),
  kind: z
    .strictObject({ column, values: z.record(z.string(), z.enum(['new business', 'renewal', 'expansion'])) })
    .optional()
    .describe('New business when not given'),
  amount: some,
  arr: some,
  currency: some,
  owner: some.describe('The sales rep: id in a people file, or a name'),
  csm: some,
  implementationOwner: some,
  createdAt: some,
}).extend({ dimensions: dimensions.optional(), moments: moments.optional() });

const accounts = file('accounts', { id: column, name: some, domain: some, declaredId: some, csm: some, createdAt: some }).extend({
  dimensions: dimensions.optional(),
  moments: moments.optional(),
});

const stages = file('stages', { id, deal: column, stage: column, enteredAt: column, won: flag });

const events = file('events', { id, ...of, ticket: some, person: some, at: column, title: some, detail: some, value: some }).extend({
  kind,
});

const tasks = file('tasks', {
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
}).extend({ kind: kind.optional().describe('What a finished task means') });

const tickets = file('tickets', {
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
});

const messages = file('messages', {
  id,
  ticket: column,
  author: some,
  fromCustomer: flag,
  visible: flag.optional(),
  sentAt: column,
  body: some,
});

const surveys = file('surveys', {
  id,
  ...of,
  ticket: some,
  person: some,
  score: column,
  askedAt: some,
  answeredAt: some,
  repeatedInformation: flag.optional(),
  comment: some,
}).extend({
  kind: z.enum(['csat', 'nps', 'ces']),
  scale: z.enum(['1-5', '1-10', '0-10', 'good-bad']),
});

const subscriptions = file('subscriptions', {
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

const people = file('people', { id: column, name: some, email: some, internal: flag.optional(), active: flag.optional(), account: some });

export const mappedFile = z.discriminatedUnion('what', [
  deals,
  accounts,
  stages,
  events,
  tasks,
  tickets,
  messages,
  surveys,
  subscriptions,
  people,
]);

export type MappedFile = z.infer<typeof mappedFile>;
export type What = MappedFile['what'];
export type FileOf<W extends What> = Extract<MappedFile, { what: W }>;

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
