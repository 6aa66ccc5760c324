import type { Rules } from '../../etl/handoff/rules.js';

/** One thing that one version says otherwise than another, and which KPIs it can move. */
export interface Difference {
  /** 'First value target, enterprise: 60 to 45 days'. */
  words: string;
  /** By id; null for all of them. */
  kpis: readonly string[] | null;
}

const REPEATS = ['repeat-information', 'handoff-health'];
const ESCALATED = ['escalations', 'handoff-health'];

/** What differs in how facts are read into handoffs, in words. */
export function ruleDifferences(before: Rules, after: Rules): Difference[] {
  return [
    ...firstValue(before, after),
    ...wonStages(before, after),
    ...listed('Tags for repeated information', before.repeat.tags, { is: after.repeat.tags, kpis: REPEATS }),
    ...listed('Phrases for repeated information', before.repeat.phrases, { is: after.repeat.phrases, kpis: REPEATS }),
    ...listed('Words that never mean repeated information', before.repeat.never, { is: after.repeat.never, kpis: REPEATS }),
    ...listed('Languages of the built-in phrases', before.repeat.languages, { is: after.repeat.languages, kpis: REPEATS }),
    ...listed('Evidence for repeated information', before.repeat.tiers, { is: after.repeat.tiers, kpis: REPEATS }),
    ...listed('Priorities that are escalations', before.escalation.priorities, { is: after.escalation.priorities, kpis: ESCALATED }),
    ...listed('Tags that are escalations', before.escalation.tags, { is: after.escalation.tags, kpis: ESCALATED }),
    ...tasks(before, after),
    ...sections(before, after),
  ];
}

function listed(name: string, was: readonly string[], { is, kpis }: { is: readonly string[]; kpis: string[] }): Difference[] {
  const added = is.filter((one) => !was.includes(one)).map((one) => `with "${one}"`);
  const gone = was.filter((one) => !is.includes(one)).map((one) => `without "${one}"`);
  const words = [...added, ...gone];
  if (words.length === 0) return [];
  const shown = words.length > 4 ? [...words.slice(0, 3), `and ${words.length - 3} more`] : words;
  return [{ words: `${name}: now ${shown.join(', ')}`, kpis }];
}

function firstValue({ firstValue: was }: Rules, { firstValue: is }: Rules): Difference[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  const said = (rules: Rules['firstValue']) =>
    rules
      .map(({ product, when, task }) => {
        const words = when === 'task' ? `a done task "${task}"` : when === 'event' ? 'the mapped event' : when.replaceAll('-', ' ');
        return product === null ? words : `${product}: ${words}`;
      })
      .join('; ');
  return [{ words: `First value: ${said(was)} to ${said(is)}`, kpis: ['time-to-first-value', 'clocks-met', 'handoff-health'] }];
}

/** Every KPI counts from the moment of winning. */
function wonStages({ wonStages: was }: Rules, { wonStages: is }: Rules): Difference[] {
  const keyOf = ({ source, pipeline, stage }: Rules['wonStages'][number]) => JSON.stringify([source, pipeline, stage]);
  const [before, after] = [new Map(was.map((rule) => [keyOf(rule), rule])), new Map(is.map((rule) => [keyOf(rule), rule]))];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const stage = now ?? old;
    if (!stage || old?.won === now?.won) return [];
    const words = now ? (now.won ? 'counts as won' : 'does not count as won') : 'is as the CRM says';
    return [{ words: `Stage ${stage.stage} of ${stage.source}, ${stage.pipeline}: ${words}`, kpis: null }];
  });
}

function tasks({ escalation: was }: Rules, { escalation: is }: Rules): Difference[] {
  if (was.tasks === is.tasks) return [];
  return [{ words: `Escalation tasks: ${is.tasks ? 'count' : 'do not count'}`, kpis: ESCALATED }];
}

function sections({ brief: was }: Rules, { brief: is }: Rules): Difference[] {
  if (was.sections === is.sections) return [];
  const words = `Sections that an accepted brief must have: ${was.sections} to ${is.sections}`;
  return [{ words, kpis: ['knowledge-transfer-time', 'clocks-met', 'handoff-health'] }];
}
