import type { Books } from './books.js';
import { type Brief, filledSections } from './brief.js';
import { DAY, fridayEvening, HOUR, mondayAfter } from './calendar.js';
import { BRIEF_SECTIONS, type BriefSection, type Moment, type Ticket } from './company.js';
import { addRating, addTicket, type Saying, solved, type Talkers } from './conversation.js';
import type { Journey } from './journey.js';
import { ESCALATED, NEAR_MISSES, ORDINARY, QUESTIONS, RATING_COMMENTS, REPEATED } from './phrases.js';
import type { Random } from './random.js';
import type { Episode, NearMiss } from './truth.js';

/** The support side of one handoff. */
export interface Support {
  wonAt: Moment;
  /** The end of the story or of the customer, whichever comes first. */
  stop: Moment;
  until: Moment;
  brief: Brief;
  journey: Journey;
  talkers: Talkers;
  troubled: boolean;
}

export interface SupportTruth {
  /** When an agent first wrote to the customer. */
  greetedAt: Moment | null;
  episodes: Episode[];
  escalatedAt: Moment[];
  surveyedAt: Moment | null;
  respondedAt: Moment | null;
  satisfied: boolean | null;
}

interface Asked {
  createdAt: Moment;
  changedAt: Moment;
  score: 'offered' | 'good' | 'bad';
}

/** Writes the tickets of one handoff and says what they mean. */
export function support(books: Books, random: Random, handoff: Support): SupportTruth {
  const bad = 0.03 * handoff.journey.missingSections + (handoff.journey.promiseGapAt === null ? 0 : 0.1) + (handoff.troubled ? 0.2 : 0);
  const asked: Asked[] = [];
  const from = books.tickets.length;
  const rate = (ticket: Ticket | null, answerShare: number) => {
    if (ticket === null) return;
    const { until } = handoff;
    const rating = addRating(books, random, { ticket, until, answerShare, goodShare: 0.82 - bad, comments: RATING_COMMENTS });
    if (rating !== null) asked.push(rating);
  };
  rate(random.chance(0.93) ? welcomeTicket(books, random, handoff) : null, 0.385);
  for (let count = random.poisson(0.75); count > 0; count -= 1) {
    const ticket = ordinaryTicket(books, random, handoff);
    rate(random.chance(0.6) ? ticket : null, 0.3);
  }
  const mean = 0.1 + 0.13 * handoff.journey.missingSections;
  const episodes = Array.from({ length: random.poisson(mean) }, () => episode(books, random, handoff)).filter((found) => found !== null);
  const escalatedAt = escalations(books, random, handoff);
  return { greetedAt: greeting(books.tickets.slice(from), handoff), episodes, escalatedAt, ...firstAnswer(asked) };
}

function greeting(tickets: Ticket[], { talkers }: Support): Moment | null {
  const written = tickets
    .flatMap(({ steps }) => steps)
    .filter((step) => step.authorId === talkers.agentId && step.public && step.body !== null);
  return written.length === 0 ? null : Math.min(...written.map((step) => step.at));
}

function firstAnswer(asked: Asked[]): Pick<SupportTruth, 'surveyedAt' | 'respondedAt' | 'satisfied'> {
  const [answer] = asked.filter(({ score }) => score !== 'offered').sort((a, b) => a.changedAt - b.changedAt);
  const surveyedAt = asked.length === 0 ? null : Math.min(...asked.map(({ createdAt }) => createdAt));
  return { surveyedAt, respondedAt: answer?.changedAt ?? null, satisfied: answer === undefined ? null : answer.score === 'good' };
}

/** A ticket of the first days, where agents ask what they do not know: fair while the brief does not say it. */
function welcomeTicket(books: Books, random: Random, { wonAt, stop, until, brief, talkers }: Support): Ticket | null {
  // Nobody is there at the weekend.
  const at = (fridayEvening(wonAt) ? mondayAfter(wonAt) : wonAt) + random.between(6, 60) * HOUR;
  const [hours, solvedAfter, fair, section] = [
    random.logNormal(2, 0.6),
    random.between(4, 40),
    random.chance(0.15),
    random.pick(BRIEF_SECTIONS),
  ];
  if (at > stop) return null;
  const unknown = fair && !filledSections(brief, until).includes(section) && brief[section] === undefined;
  const greeting = 'Welcome! Here is how to log in, and a short film about the first steps.';
  const sayings: Saying[] = [
    { who: 'customer', body: 'We would like to get started. What do you need from us?', afterHours: 0 },
    { who: 'agent', body: unknown ? `${greeting}\n\n${random.pick(QUESTIONS[section])}` : greeting, afterHours: hours, status: 'pending' },
    { who: 'customer', body: 'Thank you, that worked. We are in.', afterHours: random.between(1, 12), status: 'open' },
    ...solved(solvedAfter),
  ];
  return addTicket(books, talkers, { subject: 'Getting started', at, until, sayings });
}

function ordinaryTicket(books: Books, random: Random, { wonAt, stop, until, talkers }: Support): Ticket | null {
  const at = wonAt + random.between(1, 100) * DAY;
  const [[subject, question, answer], hours, miss] = [random.pick(ORDINARY), random.logNormal(5, 0.9), random.chance(0.14)];
  const kind = random.pick(Object.keys(NEAR_MISSES) as NearMiss['kind'][]);
  const words = random.pick(NEAR_MISSES[kind]);
  if (at > stop) return null;
  const extra: Saying[] = miss ? [{ ...NEAR_MISS_BY[kind], body: words, afterHours: 2 }] : [];
  const sayings: Saying[] = [
    { who: 'customer', body: question, afterHours: 0 },
    { who: 'agent', body: answer, afterHours: hours, status: 'pending' },
    ...extra,
    ...solved(random.between(3, 48)),
  ];
  const ticket = addTicket(books, talkers, { subject, at, until, sayings });
  if (miss && ticket.steps.some((step) => step.body === words)) books.planted.nearMisses.push({ ticketId: ticket.id, kind, words });
  return ticket;
}

const NEAR_MISS_BY: Record<NearMiss['kind'], Pick<Saying, 'who' | 'public'>> = {
  'quoted reply': { who: 'customer' },
  'agent words': { who: 'agent' },
  'somebody else': { who: 'customer' },
  'first question': { who: 'customer' },
  'internal note': { who: 'agent', public: false },
};

/** One conversation in which the customer had to say it again; null when it would come after the end. */
function episode(books: Books, random: Random, { wonAt, stop, until, brief, talkers }: Support): Episode | null {
  const at = wonAt + random.between(0.5, 41) * DAY;
  const [draw, words, hours] = [random.next(), random.pick(REPEATED), random.logNormal(4, 0.7)];
  if (at + 14 * HOUR > stop) return null;
  const known = filledSections(brief, at - DAY).filter(
    (section) => filledSections(brief, until).includes(section) && brief[section]?.length === 1,
  );
  const section = known.length === 0 ? null : random.pick(known);
  const [subject, question, answer] = random.pick(ORDINARY);
  const tier = draw < 0.22 ? 'reported' : draw < 0.5 && section !== null ? 'asked again' : 'inferred';
  const middle = tier === 'asked again' && section !== null ? askedAgain(random, section) : told(random, words, tier === 'reported');
  const shown = tier === 'asked again' ? (middle[0]?.body ?? null) : words;
  const sayings: Saying[] = [
    { who: 'customer', body: question, afterHours: 0 },
    {
      who: 'agent',
      body: tier === 'asked again' ? 'Thank you for writing to us, I am looking into it.' : answer,
      afterHours: Math.min(hours, 6),
      status: 'pending',
    },
    ...middle,
    ...solved(random.between(4, 30)),
  ];
  const ticket = addTicket(books, talkers, { subject, at, until, sayings });
  const reported = tier !== 'reported' || ticket.steps.some((step) => step.addedTags.length > 0);
  const proof = ticket.steps.find((step) => step.body === shown);
  if (proof === undefined || !reported) return null;
  return { ticketId: ticket.id, tier, at: proof.at, words: shown, section: tier === 'asked again' ? section : null };
}

const askedAgain = (random: Random, section: BriefSection): Saying[] => [
  { who: 'agent', body: random.pick(QUESTIONS[section]), afterHours: 1 },
  { who: 'customer', body: 'Of course, I will send you a summary this afternoon.', afterHours: 3, status: 'open' },
];

/** What a customer had to say again; now and then the agent notices and tags it. */
function told(random: Random, words: string, noticed: boolean): Saying[] {
  const said: Saying = { who: 'customer', body: words, afterHours: random.between(0.5, 5), status: 'open' };
  return noticed ? [said, { who: 'agent', body: null, afterHours: 0.5, addedTags: ['repeated_information'] }] : [said];
}

/** Tickets that were raised to urgent, made urgent, or tagged; twice is once. */
function escalations(books: Books, random: Random, handoff: Support): Moment[] {
  const { wonAt, stop, until, journey, talkers, troubled } = handoff;
  const unspoken = journey.promiseGapAt !== null && journey.promiseConversationAt === null;
  const mean = 0.06 + 0.035 * journey.missingSections + (unspoken ? 0.3 : 0) + (troubled ? 0.15 : 0);
  return Array.from({ length: random.poisson(mean) }, () => {
    const at = wonAt + random.between(3, 88) * DAY;
    const [body, style] = [random.pick(ESCALATED), random.next()];
    if (at > stop) return [];
    const sayings = [...escalationSteps(body, style), ...solved(random.between(6, 60))];
    const ticket = addTicket(books, talkers, { subject: 'We need help now', at, until, sayings });
    return ticket.steps
      .filter((step) => step.priority === 'urgent' || step.addedTags.includes('escalated'))
      .slice(0, 1)
      .map((step) => step.at);
  }).flat();
}

function escalationSteps(body: string, style: number): Saying[] {
  if (style < 0.2) return [{ who: 'customer', body, afterHours: 0, priority: 'urgent' }];
  const raise: Saying = { who: 'agent', body: null, afterHours: 2, status: 'open', priority: 'urgent' };
  const tag: Saying = { who: 'agent', body: 'I have passed this to the manager on duty.', afterHours: 1, addedTags: ['escalated'] };
  const opening: Saying = { who: 'customer', body, afterHours: 0 };
  if (style < 0.6) return [opening, raise];
  return style < 0.85 ? [opening, tag] : [opening, raise, tag];
}
