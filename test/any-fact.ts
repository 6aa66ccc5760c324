import fc from 'fast-check';
import {
  AccountLink,
  BRIEF_SECTIONS,
  Deal,
  DealStageChange,
  Event,
  type Fact,
  Message,
  Person,
  PipelineStage,
  Subscription,
  SurveyResponse,
  Task,
  Ticket,
} from '../etl/warehouse/index.js';

export interface AnyFact {
  table: new () => Fact;
  fact: { externalId: string; sourceId: string };
}

/** Few ids, names and moments, so that facts meet: they move between customers, merge, arrive before what they name, and are deleted. */
const one = (...values: string[]) => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const rarely = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const seldom = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const sourceId = one('crm', 'crm', 'desk');
const company = one('c1', 'c2', 'c3', 'c4');
const deal = one('d1', 'd2', 'd3', 'd4', 'd5');
const person = one('p1', 'p2', 'p3');
const ticket = one('t1', 't2', 't3');
const at = fc.nat(160).map((quarter) => new Date(Date.UTC(2025, 0, 1) + quarter * 36 * 3_600_000));
const near = fc.nat(40).map((hours) => new Date(Date.UTC(2025, 2, 1) + hours * 3_600_000));
const moment = fc.oneof(at, near);
const gone = { deletedAt: rarely(moment) };

const told = <T extends Fact>(table: new () => T, externalId: fc.Arbitrary<string>, columns: { [K in keyof T]?: fc.Arbitrary<unknown> }) =>
  fc.record({ externalId, sourceId, ...gone, ...columns }).map((fact): AnyFact => ({ table, fact: fact as AnyFact['fact'] }));

const link = told(AccountLink, company, {
  name: maybe(one('Acme', 'Bolt', 'Core')),
  domain: maybe(one('acme.com', 'bolt.com', 'gmail.com')),
  declaredId: rarely(company),
  mergedInto: rarely(company),
  csmExternalId: maybe(person),
  dimensions: fc.constantFrom({}, { segment: 'enterprise' }, { region: 'EMEA' }),
  startedAt: maybe(at),
  // A merge writes the loser under the winner's record.
  recordId: seldom(company),
});
const someDeal = told(Deal, deal, {
  accountExternalId: maybe(company),
  name: maybe(one('Seats', 'Platform')),
  pipeline: maybe(one('new', 'other')),
  stage: maybe(one('lead', 'won', 'kept')),
  won: rarely(fc.boolean()),
  kind: rarely(one('renewal', 'expansion', 'new business')),
  amount: maybe(one('9000', '20000', '120000')),
  arr: maybe(one('5000')),
  ownerExternalId: maybe(person),
  csmExternalId: maybe(person),
  closedAt: maybe(at),
  mergedInto: rarely(deal),
  recordId: seldom(deal),
});
const stageChange = told(DealStageChange, one('h1', 'h2', 'h3', 'h4', 'h5', 'h6'), {
  dealExternalId: deal,
  stage: one('lead', 'won', 'won', 'kept'),
  enteredAt: at,
  won: rarely(fc.boolean()),
});
const stage = told(PipelineStage, one('s1', 's2', 's3'), {
  pipeline: one('new', 'other'),
  stage: one('won', 'kept'),
  label: one('Won'),
  won: fc.boolean(),
  closed: fc.constant(true),
});
const somebody = told(Person, person, {
  name: maybe(one('Ann Lee', 'Bo Diaz')),
  email: maybe(one('ann@acme.com', 'bo@bolt.com', 'x@gmail.com')),
  internal: fc.boolean(),
  accountExternalId: rarely(company),
});
const reference = { accountExternalId: maybe(company), dealExternalId: maybe(deal) };
const task = told(Task, one('k1', 'k2', 'k3', 'k4'), {
  ...reference,
  kind: maybe(one('kickoff-held', 'onboarding-task-done', 'escalated', 'contact-made', 'onboarding-completed')),
  required: fc.boolean(),
  startedAt: maybe(moment),
  doneAt: maybe(moment),
  cancelledAt: rarely(moment),
});
const someTicket = told(Ticket, ticket, {
  accountExternalId: maybe(company),
  dealExternalId: rarely(deal),
  requesterExternalId: maybe(person),
  priority: maybe(one('urgent', 'normal')),
  openedAt: maybe(moment),
  escalatedAt: rarely(moment),
  repeatReportedAt: rarely(moment),
});
const message = told(Message, one('m1', 'm2', 'm3', 'm4', 'm5'), {
  ticketExternalId: ticket,
  fromCustomer: fc.boolean(),
  visible: fc.nat(4).map((n) => n > 0),
  sentAt: moment,
  body: maybe(one('As I already told your colleague, we use Okta.', 'How will you measure success?', 'Thanks!')),
});
const survey = told(SurveyResponse, one('r1', 'r2', 'r3'), {
  ...reference,
  ticketExternalId: maybe(ticket),
  personExternalId: maybe(person),
  kind: one('csat', 'csat', 'nps'),
  scale: one('1-5', 'good-bad'),
  score: maybe(one('2', '5')),
  satisfied: maybe(fc.boolean()),
  repeatedInformation: maybe(fc.boolean()),
  askedAt: maybe(moment),
  answeredAt: maybe(moment),
});
const subscription = told(Subscription, one('u1', 'u2'), {
  accountExternalId: maybe(company),
  startedAt: maybe(at),
  noticeAt: rarely(at),
  endedAt: maybe(at),
  arr: maybe(one('7000')),
});
const eventKind = one(
  ...['owner-named', 'brief-section-filled', 'first-value', 'escalated', 'information-repeated', 'churned', 'contact-made'],
);
const event = told(Event, one('e1', 'e2', 'e3', 'e4', 'e5'), {
  ...reference,
  ticketExternalId: rarely(ticket),
  personExternalId: maybe(person),
  kind: eventKind,
  at: moment,
  detail: fc.oneof(person, one('success-metrics', 'asked again', ...BRIEF_SECTIONS)),
});

/** Any fact of any source, as it might be told at any time. */
export const anyFact: fc.Arbitrary<AnyFact> = fc.oneof(
  { weight: 3, arbitrary: link },
  { weight: 5, arbitrary: someDeal },
  { weight: 5, arbitrary: stageChange },
  { weight: 1, arbitrary: stage },
  { weight: 2, arbitrary: somebody },
  { weight: 3, arbitrary: task },
  { weight: 2, arbitrary: someTicket },
  { weight: 3, arbitrary: message },
  { weight: 2, arbitrary: survey },
  { weight: 1, arbitrary: subscription },
  { weight: 4, arbitrary: event },
);
