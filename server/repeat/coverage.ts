import type { DataSource } from 'typeorm';
import type { Language } from '../../etl/handoff/repeat/language/language.js';
import { languageOf } from '../../etl/handoff/repeat/language/language-of.js';
import { startOfDay } from '../kpi/period.js';
import { type Question, rangeOf } from '../kpi/question.js';
import { latestMessages } from './latest-messages.js';
import type { RepeatCoverage } from './repeat.schema.js';

const LANGUAGES_OF = 500;

const SPOKEN = `
  select h.id,
    exists (
      select from handoff_event e
       where e.workspace_id = $1 and e.handoff_id = h.id and e.kind = 'contact-made' and e.fact_id like 'message:%' and e.detail = 'customer'
         and e.at >= h.won_at and e.at <= $4) as spoken,
    cardinality(array_remove(h.brief_section_at, null)) > 0 as brief
  from handoff h
  where h.workspace_id = $1 and h.removed_at is null and h.won_at >= $2 and h.won_at < $3`;

/** In how many handoffs something could have been found at all: nothing found where nothing was read is no good news. */
export async function coverageOf(db: DataSource, question: Question): Promise<Omit<RepeatCoverage, 'scope'>> {
  const { workspace, period, asOf, calendar, snapshot, terms } = question;
  const [from, to] = [startOfDay(period.from, calendar.timeZone), startOfDay(period.to, calendar.timeZone)];
  const [handoffs, messages] = await Promise.all([
    db.query<{ id: string; spoken: boolean; brief: boolean }[]>(SPOKEN, [workspace.id, from, to, asOf]),
    latestMessages(db, question, LANGUAGES_OF),
  ]);
  const range = rangeOf(question, period);
  const asked = new Set([...question.rows.slice(range.from, range.to)].map((row) => snapshot.id(row)));
  const shown = handoffs.filter(({ id }) => asked.has(id));
  return {
    handoffs: asked.size,
    withConversation: shown.filter(({ spoken }) => spoken).length,
    withBrief: shown.filter(({ brief }) => brief).length,
    ...languagesOf(messages.map(({ body }) => body)),
    tiers: terms.definition.definition.rules.repeat.tiers,
  };
}

function languagesOf(bodies: readonly string[]): Pick<RepeatCoverage, 'languages' | 'languagesOf'> {
  const counts = new Map<Language | null, number>();
  for (const language of bodies.map(languageOf)) counts.set(language, (counts.get(language) ?? 0) + 1);
  const languages = [...counts].map(([language, count]) => ({ language, count })).sort((a, b) => b.count - a.count);
  return { languages, languagesOf: bodies.length };
}
