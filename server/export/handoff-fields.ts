import { EPOCH, MOMENT_LISTS, MOMENTS, type MomentList, NEVER, TIERS } from '../handoff/column.js';
import * as data from './arrow-data.js';
import type { Batch, Cargo, Field, Fields } from './field.js';

const UTC = 'UTC, whole seconds';

/** Which handoff it is. */
export const identityFields: Fields = ({ question: { snapshot } }) => [
  { name: 'id', type: data.TEXT, unit: null, absent: null, data: ({ rows }) => data.texts(each(rows, (row) => snapshot.id(row))) },
  { name: 'name', type: data.TEXT, unit: null, absent: 'deleted since', data: ({ names }) => data.texts(names.map(({ name }) => name)) },
  {
    name: 'account',
    type: data.TEXT,
    unit: null,
    absent: 'deleted since',
    data: ({ names }) => data.texts(names.map(({ account }) => account)),
  },
];

/** When what happened to it, as far as that is seen: what came later has not come. */
export const momentFields: Fields = ({ question: { snapshot, until } }) =>
  MOMENTS.map((name) => {
    const column = snapshot.columns.moment[name];
    const seen = (row: number) => {
      const at = column[row] ?? NEVER;
      return at <= until || name === 'won_at' ? milliseconds(at) : null;
    };
    return {
      name,
      type: data.MOMENT,
      unit: UTC,
      absent: name === 'won_at' ? null : 'had not happened, or no source records it',
      data: ({ rows }) => data.moments(each(rows, seen)),
    };
  });

/** The same for what may happen many times. */
export const listFields: Fields = (cargo) => [
  ...MOMENT_LISTS.map((name) => {
    const positions = seenIn(cargo, name);
    const { values } = cargo.question.snapshot.columns.list[name];
    return {
      name,
      type: data.MOMENT_LIST,
      unit: UTC,
      absent: null,
      data: ({ rows }: Batch) => data.momentLists(each(rows, (row) => positions(row).map((i) => milliseconds(values[i] ?? NEVER)))),
    };
  }),
  tierField(cargo),
];

function tierField(cargo: Cargo): Field {
  const positions = seenIn(cargo, 'repeat_at');
  const { repeatTier } = cargo.question.snapshot.columns;
  return {
    name: 'repeat_tier',
    type: data.TEXT_LIST,
    unit: null,
    absent: null,
    data: ({ rows }) => data.textLists(each(rows, (row) => positions(row).map((i) => TIERS[repeatTier[i] ?? 0] ?? 'inferred'))),
  };
}

/** Positions of the values of a row that had happened. */
function seenIn({ question: { snapshot, until } }: Cargo, name: MomentList): (row: number) => number[] {
  const { offsets, values } = snapshot.columns.list[name];
  return (row) => {
    const positions: number[] = [];
    for (let i = offsets[row] ?? 0; i < (offsets[row + 1] ?? 0); i++) if ((values[i] ?? NEVER) <= until) positions.push(i);
    return positions;
  };
}

/** What the first survey said, and what the handoff is worth. */
export const valueFields: Fields = ({ question: { snapshot, until } }) => {
  const { satisfied, scoreTenths, arr, moment } = snapshot.columns;
  const answered = (row: number) => (moment.survey_answered_at[row] ?? NEVER) <= until;
  const known = (row: number, value: number | undefined, none: number) =>
    answered(row) && value !== undefined && value !== none ? value : null;
  return [
    {
      name: 'survey_satisfied',
      type: data.FLAG,
      unit: null,
      absent: 'no answer, or one that says neither',
      data: ({ rows }) =>
        data.flags(
          each(rows, (row) => {
            const value = known(row, satisfied[row], -1);
            return value === null ? null : value === 1;
          }),
        ),
    },
    {
      name: 'survey_score',
      type: data.NUMBER,
      unit: '1 to 5',
      absent: 'no answer, or one without a score',
      data: ({ rows }) =>
        data.numbers(
          each(rows, (row) => {
            const tenths = known(row, scoreTenths[row], 0);
            return tenths === null ? null : tenths / 10;
          }),
        ),
    },
    {
      name: 'arr',
      type: data.NUMBER,
      unit: 'in `currency`, a year',
      absent: 'not known',
      data: ({ rows }) => data.numbers(each(rows, (row) => ((arr[row] ?? -1) >= 0 ? (arr[row] ?? null) : null))),
    },
  ];
};

const milliseconds = (seconds: number): number => (seconds + EPOCH) * 1000;

const each = <Value>(rows: Uint32Array, read: (row: number) => Value): Value[] => Array.from(rows, read);
