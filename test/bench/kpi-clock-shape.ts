import { SECOND, type Shape, toldClock, toldList, toldMoment } from './kpi-shape.js';

/** Hours within which each clock must stop, standard and enterprise, as the product says them. */
const CLOCKS: readonly { stop: string; start?: string; hours: [number, number] }[] = [
  { stop: 'owner_named_at', hours: [0, 0] },
  { stop: 'welcome_at', hours: [1, 1] },
  { stop: 'next_steps_at', hours: [24, 24] },
  { stop: 'internal_meeting_at', hours: [48, 48] },
  { stop: 'knowledge_transfer_at', hours: [72, 72] },
  { stop: 'kickoff_at', hours: [336, 336] },
  { stop: 'promise_conversation_at', start: 'promise_gap_at', hours: [48, 48] },
  { stop: 'contact_at', hours: [120, 120] },
  { stop: 'onboarding_completed_at', hours: [504, 1008] },
  { stop: 'first_value_at', hours: [720, 1440] },
];

const columns = [...new Set(CLOCKS.flatMap(({ stop, start }) => [stop, start ?? 'won_at']))].filter((column) => column !== 'contact_at');

const needs = [
  ...columns.map((column) => `${SECOND(column)} as ${column}`),
  `${SECOND('churned_at')} as left_at`,
  'contact_at, segment',
  ...CLOCKS.map(
    ({ stop, start }, i) => `${toldClock(stop === 'contact_at' ? toldList(stop) : toldMoment(stop), start ?? 'won_at')} as told_${i}`,
  ),
].join(', ');

/** 0 open, 1 met, 2 missed. */
function verdict({ stop, start = 'won_at', hours: [standard, enterprise] }: (typeof CLOCKS)[number], i: number): string {
  if (stop === 'contact_at') return `case when told_${i} then (${QUIET}) else 0 end`;
  const end = `case when ${stop} <= $2 then ${stop} when left_at <= $2 then left_at else $2 end`;
  return `case when not told_${i} or ${start} is null or ${start} > $2 then 0
    when extract(epoch from (${end}) - ${start}) > 3600 * case segment when 'enterprise' then ${enterprise} else ${standard} end then 2
    when ${stop} <= $2 then 1 else 0 end`;
}

/** The silences of the first 14 days, one row each. */
const QUIET = `
  select case
    when won > $2 then 0
    when max(until_next) > interval '120 hours' then 2
    when least(left_at, won + interval '336 hours') <= $2 then case when left_at < won + interval '336 hours' then 0 else 1 end
    when max(at) filter (where of_contact) + interval '120 hours' >= won + interval '336 hours' then 1
    else 0 end
  from (
    select at, of_contact, lead(at) over (order by at) - at as until_next
    from (
      select won as at, false as of_contact
      union all select ${SECOND('c')}, true from unnest(contact_at) as c
        where ${SECOND('c')} > won and ${SECOND('c')} <= $2 and ${SECOND('c')} < least(left_at, won + interval '336 hours')
      union all select least($2, left_at, won + interval '336 hours'), false
    ) moments
  ) silences`;

const VERDICTS = CLOCKS.map(verdict);

const steps = VERDICTS.map((sql, i) => `${sql} as v${i}`).join(', ');
const half = (from: number): Shape => ({
  window: 60,
  needs,
  steps,
  bin: [0, 1, 2, 3, 4].map((place) => `v${from + place} * ${3 ** place}`).join(' + '),
});
const countOf = (condition: string) => `(${CLOCKS.map((_, i) => `(v${i} ${condition})::int`).join(' + ')})`;

/** Weight and verdict. */
const WEIGHED: readonly [number, string][] = [
  [5, 'v0'],
  [10, 'v1'],
  [15, 'v5'],
  [10, 'v7'],
  [10, 'v8'],
  [15, 'v9'],
  [5, 'v6'],
];

const within = (column: string, days: number, most: number) => `case
  when not told_${column} then ${most + 1}
  when in_${column} = 0 and won + interval '${days * 24} hours' > $2 then ${most + 1}
  else least(in_${column}, ${most}) end`;

const factNeeds = `brief_section_at, repeat_at, escalation_at, ${SECOND('survey_answered_at')} as answered, survey_satisfied,
  ${['brief_section_at', 'repeat_at', 'escalation_at'].map((column) => `${toldList(column)} as told_${column}`).join(', ')}`;

const counted = (column: string, days: number) => `(select count(*)::int from unnest(${column}) as at
  where ${SECOND('at')} >= won and ${SECOND('at')} <= $2 and ${SECOND('at')} < won + interval '${days * 24} hours') as in_${column}`;

const factSteps = `${counted('repeat_at', 42)}, ${counted('escalation_at', 90)},
  case when told_brief_section_at then (select count(*)::int from unnest(brief_section_at) as at where ${SECOND('at')} <= $2) else 7 end as sections,
  case when answered <= $2 and survey_satisfied is not null then survey_satisfied::int else 2 end as answer`;

const REPEATS = within('repeat_at', 42, 2);
const ESCALATIONS = within('escalation_at', 90, 1);

const known = [
  ...WEIGHED.map(([weight, v]) => `case when ${v} > 0 then ${weight} else 0 end`),
  `case when sections < 7 then 15 else 0 end`,
  `case when answer < 2 then 5 else 0 end`,
  `case when (${REPEATS}) < 3 then 5 else 0 end`,
  `case when (${ESCALATIONS}) < 2 then 5 else 0 end`,
].join(' + ');

const score = [
  ...WEIGHED.map(([weight, v]) => `case when ${v} = 1 then ${weight} else 0 end`),
  `case when sections < 7 then 2.5 * sections else 0 end`,
  `case when answer = 1 then 5 else 0 end`,
  `case (${REPEATS}) when 0 then 5 when 1 then 2.5 else 0 end`,
  `case (${ESCALATIONS}) when 0 then 5 else 0 end`,
].join(' + ');

export const CLOCK_SHAPES: Readonly<Record<string, Shape>> = {
  'clocks-met': { window: 60, needs, steps, bin: `${countOf('= 1')} * 11 + ${countOf('> 0')}` },
  'clocks-met/owner-named': half(0),
  'clocks-met/kickoff': half(5),
  'promise-gaps': {
    window: 42,
    needs: `${needs}, ${toldMoment('promise_gap_at')} as told`,
    steps,
    bin: `case when not told then 8 else
      case when promise_gap_at <= $2 and promise_gap_at < won + interval '1008 hours' then 1 + v6 else 0 end
      + case when won + interval '1008 hours' <= $2 then 4 else 0 end end`,
  },
  'handoff-health': {
    window: 60,
    needs: `${needs}, ${factNeeds}`,
    steps: `${steps}, ${factSteps}`,
    bin: `case when (${known}) * 2 >= 100 then floor((${score})::float8 / (${known}) * 200 + 0.5) else 201 end`,
  },
  'handoff-health/brief': {
    window: 60,
    needs: factNeeds,
    steps: factSteps,
    bin: `sections + 8 * (answer + 3 * ((${REPEATS}) + 4 * (${ESCALATIONS})))`,
  },
};
