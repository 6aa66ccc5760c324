import type { z } from 'zod';
import { invalid } from '../http/problem.js';
import type { Unit } from '../kpi/kpi.schema.js';
import type { Choices } from './choices.js';
import { CLOCK_IDS } from './clock-id.js';
import { type Definition, definition } from './definition.js';
import { knownCountry } from './public-holidays.js';

interface Issue {
  message: string;
  path: PropertyKey[];
}

/** What of a workspace a definition is held against. */
export interface Known {
  choices: Choices;
  /** Every one there is. */
  kpis: readonly { id: string; name: string; unit: Unit }[];
}

/** The definition that was meant. Throws bad input, one sentence for each thing that is wrong. */
export function checkedDefinition(given: unknown, known: Known): Definition {
  const parsed = definition.safeParse(given);
  if (!parsed.success) throw invalid(parsed.error.issues.map((issue) => ({ path: issue.path, message: wordsOf(issue) })));
  const issues = [
    ...calendarIssues(parsed.data),
    ...kpiIssues(parsed.data, known),
    ...ruleIssues(parsed.data),
    ...healthIssues(parsed.data),
  ];
  if (issues.length > 0) throw invalid(issues);
  return parsed.data;
}

const TYPES: Record<string, string> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** An unknown name is told which there are. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code !== 'unrecognized_keys') return issue.message;
  const names = issue.keys.map((key) => `"${key}"`).join(', ');
  const clocks = issue.path.length === 1 && issue.path[0] === 'targets';
  return clocks ? `there is no clock ${names}; there are ${CLOCK_IDS.join(', ')}` : `nobody knows ${names} here`;
}

function calendarIssues({ calendar: { timeZone, from, to, country, days } }: Definition): Issue[] {
  const at = (part: string, message: string): Issue => ({ path: ['calendar', part], message });
  return [
    ...(timeZone !== null && !knownZone(timeZone)
      ? [at('timeZone', `nobody knows the time zone "${timeZone}"; one is Europe/Berlin`)]
      : []),
    ...(from >= to ? [at('to', `the working day must end after it starts at ${from}, not at ${to}`)] : []),
    ...(new Set(days).size < days.length ? [at('days', 'names a day twice')] : []),
    ...(country !== null && !knownCountry(country)
      ? [at('country', `the public holidays of "${country}" are not known; write DE, or DE-BY for a part of it`)]
      : []),
  ];
}

function knownZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}

function kpiIssues({ kpiTargets }: Definition, { kpis }: Known): Issue[] {
  return Object.entries(kpiTargets).flatMap(([id, targets]) => {
    const kpi = kpis.find((one) => one.id === id);
    if (!kpi) return [{ path: ['kpiTargets', id], message: `there is no such KPI; there are ${kpis.map((one) => one.id).join(', ')}` }];
    return Object.entries(targets).flatMap(([segment, target]): Issue[] => {
      const path = ['kpiTargets', id, segment];
      if (target === null) return [];
      if (target < 0) return [{ path, message: 'must not be below 0' }];
      return kpi.unit === 'share' && target > 1 ? [{ path, message: 'is a share: write 0.9 for 90 %' }] : [];
    });
  });
}

function ruleIssues({ rules: { firstValue, wonStages, repeat } }: Definition): Issue[] {
  const named = new Set<string>();
  return [
    ...firstValue.flatMap(({ when, task }, i): Issue[] =>
      when === 'task' && task === null ? [{ path: ['rules', 'firstValue', i, 'task'], message: 'must say which words the task has' }] : [],
    ),
    ...(firstValue.at(-1)?.product === null
      ? []
      : [{ path: ['rules', 'firstValue'], message: 'must end with a rule for all other products, whose product is empty' }]),
    ...wonStages.flatMap(({ source, pipeline, stage }, i): Issue[] => {
      const key = JSON.stringify([source, pipeline, stage]);
      if (!named.has(key)) return named.add(key) && [];
      return [{ path: ['rules', 'wonStages', i], message: `names the stage ${stage} of ${source} twice` }];
    }),
    ...(['phrases', 'never'] as const).flatMap((list) =>
      repeat[list].flatMap((phrase, i): Issue[] =>
        matchesAlmostAll(phrase)
          ? [{ path: ['rules', 'repeat', list, i], message: `"${phrase}" fits almost every message; add words` }]
          : [],
      ),
    ),
  ];
}

/** Words so common that a phrase of nothing else is none. */
const COMMON =
  /^(?:the|and|you|your|for|that|this|have|with|are|was|not|hello|thanks|please|ich|und|der|die|das|wir|sie|les|des|est|que|los|una|para|como|com)$/;

/** What is left without stars and common words has fewer than four letters. */
function matchesAlmostAll(phrase: string): boolean {
  const words = phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !COMMON.test(word)).join('').length < 4 && words.length < 3;
}

function healthIssues({ health }: Definition): Issue[] {
  return Object.values(health).some((weight) => weight > 0)
    ? []
    : [{ path: ['health'], message: 'must have at least one weight above 0, or health would weigh nothing' }];
}
