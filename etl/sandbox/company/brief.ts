import { DAY } from './calendar.js';
import { BRIEF_SECTIONS, type BriefSection, type Moment, type Version } from './company.js';
import type { Random } from './random.js';

export type Brief = Partial<Record<BriefSection, Version<string>[]>>;

const TEXT: Record<BriefSection, readonly string[]> = {
  customer_context: [
    'About 400 people in three offices; operations runs on spreadsheets and a home-grown ticket list.',
    'Family business, second generation, growing by a quarter each year. One IT person.',
    'Listed group, this is the pilot division. 60 users now, 900 if it works.',
  ],
  why_they_bought: [
    'They lost two audits because nobody could show who approved what.',
    'Current tool is switched off in spring; they must be live before that.',
    'New operations director wants one place for all requests within her first half year.',
  ],
  what_we_promised: [
    'Single sign-on in the first month, data import by us, two trainings on site.',
    'Standard package; import of three years of history is extra and was said so.',
    'A named contact, weekly calls until go-live and the export to their data warehouse.',
  ],
  political_landscape: [
    'Sponsor is the COO. The head of IT preferred another vendor and will look for faults.',
    'Operations decides, finance signs. The works council must see the permissions before go-live.',
    'The founder likes us; her deputy has to do the work and was not asked.',
  ],
  success_metrics: [
    'Approval time from nine days to two; no paper by the end of the quarter.',
    '80 % of the team working in it weekly after 60 days.',
    'First customer order through the portal within a month, 200 orders a month after that.',
  ],
  red_flags: [
    'Data quality is poor, half of the addresses are duplicates.',
    'Their only admin is on leave for three weeks in the middle of the project.',
    'They have stopped two projects like this one before.',
  ],
};

/** Fills a brief the way a seller does: most sections before the deal is won, some late, some never; now and then one is rewritten or emptied for a day. */
export function fillBrief(random: Random, options: { care: number; wonAt: Moment; until: Moment }): Brief {
  const brief: Brief = {};
  for (const section of BRIEF_SECTIONS) {
    const filled = random.chance(options.care);
    const before = random.chance(0.9);
    const at = Math.floor(options.wonAt + DAY * (before ? -random.between(0.1, 20) : random.between(0.3, 9)));
    const text = random.pick(TEXT[section]);
    const again = random.next();
    if (!filled || at > options.until) continue;
    const versions = [{ at, value: text }];
    if (again < 0.04) versions.push({ at: at + DAY, value: '' }, { at: at + 2 * DAY, value: `${text} Checked with the customer.` });
    else if (again < 0.1) versions.push({ at: at + 3 * DAY, value: `${text} Checked with the customer.` });
    brief[section] = versions.filter((version) => version.at <= options.until);
  }
  return brief;
}

/** The sections that say something at the moment. */
export function filledSections(brief: Brief, at: Moment): BriefSection[] {
  return BRIEF_SECTIONS.filter((section) => (brief[section]?.findLast((version) => version.at <= at)?.value ?? '') !== '');
}

/** When an accepted brief had all its sections; null while one is missing. */
export function transferredAt(brief: Brief, acceptedAt: Moment | null): Moment | null {
  const filled = BRIEF_SECTIONS.flatMap((section) => brief[section]?.[0]?.at ?? []);
  return acceptedAt === null || filled.length < BRIEF_SECTIONS.length ? null : Math.max(acceptedAt, ...filled);
}

/** The sections that somebody had filled by the moment, even if they were emptied again for a day. */
export function everFilled(brief: Brief, at: Moment): BriefSection[] {
  return BRIEF_SECTIONS.filter((section) => (brief[section]?.[0]?.at ?? Number.POSITIVE_INFINITY) <= at);
}
