import type { Books } from './books.js';
import { DAY, HOUR } from './calendar.js';
import type { Company, Moment } from './company.js';
import type { Journey } from './journey.js';
import type { Random } from './random.js';

export interface Work {
  dealId: string;
  company: Company;
  csmId: string | null;
  implementationOwnerId: string;
  wonAt: Moment;
  stop: Moment;
  until: Moment;
  journey: Journey;
  /** The talk about a broken promise is noted as a task rather than on the deal. */
  conversationAsTask: boolean;
}

const ONBOARDING = [
  'Set up single sign-on',
  'Import the data',
  'Train the admins',
  'Invite all users',
  'Connect the warehouse',
  'Sign off go-live',
];

/** Writes the tasks that a won deal brings, and each contact with the customer; says when there was one. */
export function addTasks(books: Books, random: Random, work: Work): Moment[] {
  const { journey, wonAt, company, until } = work;
  const put = (subject: string, planned: { dueAt: Moment; doneAt: Moment | null; createdAt: Moment; ownerId: string | null }) => {
    if (planned.createdAt > until) return;
    books.tasks.push({
      id: books.taskId(),
      dealId: work.dealId,
      companyId: company.id,
      subject,
      dueAt: planned.dueAt,
      completedAt: planned.doneAt,
      ownerId: planned.ownerId,
      createdAt: planned.createdAt,
      changedAt: planned.doneAt ?? planned.createdAt,
      archivedAt: null,
    });
  };
  const clock = (subject: string, dueHours: number, doneAt: Moment | null) =>
    put(subject, { dueAt: wonAt + dueHours * HOUR, doneAt, createdAt: wonAt, ownerId: work.csmId });
  clock(`Welcome ${company.name}`, 1, journey.welcomeAt);
  clock('Next steps by e-mail', 24, journey.nextStepsAt);
  clock('Internal handoff meeting', 48, journey.internalMeetingAt);
  clock('Kickoff call', 14 * 24, journey.kickoffAt);
  for (const [index, doneAt] of journey.onboardingTasksAt.entries()) {
    const days = company.segment === 'enterprise' ? 42 : 21;
    const dueAt = wonAt + (days * DAY * (index + 1)) / journey.onboardingTasksAt.length;
    put(`Onboarding: ${ONBOARDING[index] ?? 'Review'}`, { dueAt, doneAt, createdAt: wonAt, ownerId: work.implementationOwnerId });
  }
  const { promiseGapAt, promiseConversationAt } = journey;
  if (promiseGapAt !== null && work.conversationAsTask)
    put('Promise conversation', {
      dueAt: promiseGapAt + 48 * HOUR,
      doneAt: promiseConversationAt,
      createdAt: promiseGapAt,
      ownerId: work.csmId,
    });
  const contacts = contactMoments(random, work);
  for (const at of contacts)
    put(random.chance(0.4) ? 'Call with the customer' : 'E-mail to the customer', {
      dueAt: at,
      doneAt: at,
      createdAt: at,
      ownerId: work.csmId,
    });
  return contacts;
}

/** Every two to five days in the first two weeks, then about weekly until the sixtieth day; here and there a silence. */
function contactMoments(random: Random, { wonAt, stop, journey }: Work): Moment[] {
  const contacts: Moment[] = [];
  let at = journey.welcomeAt ?? wonAt;
  for (;;) {
    const early = at < wonAt + 14 * DAY;
    const quiet = random.chance(0.12) ? 6 : 0;
    at = Math.floor(at + (early ? random.between(2, 4.6) + quiet : random.between(6, 13)) * DAY);
    if (at > Math.min(stop, wonAt + 60 * DAY)) return contacts;
    contacts.push(at);
  }
}
