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
  Subscription,
  SurveyResponse,
  Task,
  Ticket,
} from '../etl/warehouse/index.js';

type Row = Record<string, unknown>;

/** One fact as its source tells it at a moment: without what is later; null before it is there at all. */
export interface Lived {
  table: new () => Fact;
  externalId: string;
  at(cut: Date): Row | null;
}

/** Thirty hours apart, so that no two moments lie within the day in which two things may still be one. */
const START = Date.UTC(2025, 0, 1);
const STEP = 30 * 3_600_000;
export const momentAt = (n: number) => new Date(START + n * STEP);
export const MOMENTS = 130;

const when = fc.nat(MOMENTS).map(momentAt);
const soon = (from: Date) => fc.nat(25).map((n) => new Date(from.getTime() + n * STEP));
const one = (...values: string[]) => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });
const company = one('c1', 'c2', 'c3');
const deal = one('d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8');
const person = one('p1', 'p2');
const reference = fc.oneof(
  deal.map((id) => ({ dealExternalId: id })),
  company.map((id) => ({ accountExternalId: id })),
);

/** Of a row only what had happened: later moments are null, and what hangs on them too. */
function until(cut: Date, row: Row, hanging: Record<string, string> = {}): Row {
  const seen = Object.entries(row).map(([name, value]) => [name, value instanceof Date && value > cut ? null : value]);
  const kept: Row = Object.fromEntries(seen);
  for (const [name, on] of Object.entries(hanging)) if (kept[on] === null) kept[name] = null;
  return kept;
}

type Told = { begins: Date | null; row: Row; hanging?: Record<string, string> };

const lived = (table: new () => Fact, externalId: fc.Arbitrary<string>, told: fc.Arbitrary<Told>): fc.Arbitrary<Lived[]> =>
  fc
    .tuple(externalId, told)
    .map(([id, { begins, row, hanging }]) => [
      { table, externalId: id, at: (cut: Date) => (begins && begins > cut ? null : until(cut, { externalId: id, ...row }, hanging)) },
    ]);

const someDeal = fc
  .record({ id: deal, accountExternalId: company, wonAt: when, csmExternalId: maybe(person), arr: maybe(one('4000')), history: fc.nat(4) })
  .map(({ id, wonAt, history, ...row }): Lived[] => [
    {
      table: Deal,
      externalId: id,
      at: (cut) => ({ externalId: id, name: id, ...row, won: wonAt <= cut, closedAt: history === 0 ? wonAt : null }),
    },
    {
      table: DealStageChange,
      externalId: `${id}-won`,
      at: (cut) =>
        history === 0 || wonAt > cut ? null : { externalId: `${id}-won`, dealExternalId: id, stage: 'won', enteredAt: wonAt, won: true },
    },
  ]);

const task = lived(
  Task,
  one('k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8'),
  when.chain((startedAt) =>
    fc
      .record({
        reference,
        kind: maybe(one('kickoff-held', 'welcome-sent', 'escalated', 'contact-made', 'onboarding-completed', 'next-steps-sent')),
        required: fc.boolean(),
        startedAt: fc.constant(startedAt),
        doneAt: maybe(soon(startedAt)),
        cancelledAt: fc.option(soon(startedAt), { nil: null, freq: 1 }),
      })
      .map(({ reference: of, ...row }): Told => ({ begins: startedAt, row: { ...row, ...of } })),
  ),
);

const WORDS = ['As I already told your colleague, we use Okta.', 'Thanks!', 'Here is the list that you asked us for, with all our users.'];
const QUESTIONS = ['How will you measure success?', 'Welcome! I am Ann and I will guide you through these first weeks.', 'OK'];

const conversation = fc
  .record({
    n: fc.nat(5),
    openedAt: when,
    reference,
    asking: fc.boolean(),
    messages: fc.array(fc.tuple(fc.nat(25), fc.nat(2)), { maxLength: 4 }),
  })
  .map(({ n, openedAt, reference: of, asking, messages }): Lived[] => {
    const ticket = `t${n}`;
    const sent = messages.map(([later, body], i): Lived => {
      const sentAt = new Date(openedAt.getTime() + later * STEP);
      const words = (asking ? QUESTIONS : WORDS)[body] ?? '';
      const row = { externalId: `${ticket}-${i}`, ticketExternalId: ticket, fromCustomer: !asking, visible: true, sentAt, body: words };
      return { table: Message, externalId: row.externalId, at: (cut) => (sentAt > cut ? null : row) };
    });
    return [
      {
        table: Ticket,
        externalId: ticket,
        at: (cut) => (openedAt > cut ? null : { externalId: ticket, ...of, priority: 'normal', openedAt }),
      },
      ...sent,
    ];
  });

const survey = lived(
  SurveyResponse,
  one('r1', 'r2', 'r3', 'r4'),
  when.chain((askedAt) =>
    fc
      .record({ reference, answeredAt: maybe(soon(askedAt)), score: one('2', '5'), asked: fc.boolean() })
      .map(({ reference: of, answeredAt, score, asked }): Told => {
        const row = { ...of, kind: 'csat', scale: '1-5', askedAt: asked ? askedAt : null, answeredAt, score };
        return { begins: asked ? askedAt : answeredAt, row, hanging: { score: 'answeredAt' } };
      }),
  ),
);

const subscription = lived(
  Subscription,
  one('u1', 'u2', 'u3'),
  when.chain((startedAt) =>
    fc
      .record({ accountExternalId: company, arr: maybe(one('7000')), noticeAt: maybe(soon(startedAt)), endedAt: maybe(soon(startedAt)) })
      .map((row): Told => ({ begins: startedAt, row: { ...row, startedAt } })),
  ),
);

const KINDS = [
  ...['owner-named', 'owner-changed', 'first-value', 'escalated', 'information-repeated', 'churned', 'notice-given', 'contact-made'],
  ...['brief-accepted', 'kickoff-scheduled', 'promise-gap-found', 'promise-conversation-held', 'internal-meeting-held', 'welcome-sent'],
];

const happening = lived(
  Event,
  one(...Array.from({ length: 16 }, (_, i) => `e${i}`)),
  fc
    .record({
      reference,
      at: when,
      kind: one(...KINDS, 'brief-section-filled', 'brief-section-filled'),
      section: one(...BRIEF_SECTIONS),
      person,
    })
    .map(({ reference: of, at, kind, section, person: who }): Told => {
      const detail = kind === 'brief-section-filled' ? section : kind.startsWith('owner') ? who : null;
      return { begins: at, row: { ...of, at, kind, detail } };
    }),
);

const always = (table: new () => Fact, row: Row & { externalId: string }): Lived => ({ table, externalId: row.externalId, at: () => row });

/** Told from the beginning, and never otherwise. */
export const PARTIES: Lived[] = [
  always(AccountLink, { externalId: 'c1', name: 'Acme', startedAt: new Date('2024-01-01'), dimensions: { segment: 'enterprise' } }),
  always(AccountLink, { externalId: 'c2', name: 'Bolt', startedAt: new Date('2024-01-01') }),
  always(AccountLink, { externalId: 'c3', name: 'Core', startedAt: new Date('2024-01-01'), csmExternalId: 'p1' }),
  always(Person, { externalId: 'p1', name: 'Ann Lee', email: 'ann@us.example', internal: true }),
  always(Person, { externalId: 'p2', name: 'Bo Diaz', email: 'bo@us.example', internal: true }),
];

/** Facts of won deals and what follows, each told as it happens. */
export const anyLived: fc.Arbitrary<Lived[]> = fc.oneof(
  { weight: 4, arbitrary: someDeal },
  { weight: 4, arbitrary: task },
  { weight: 3, arbitrary: conversation },
  { weight: 2, arbitrary: survey },
  { weight: 1, arbitrary: subscription },
  { weight: 6, arbitrary: happening },
);
