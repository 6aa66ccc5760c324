import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { definitionOf } from '../definition/definition-of.js';
import { type Decided, mixOf, versionsOf } from '../definition/versions.js';
import { moment } from '../handoff/as-of.js';
import { toSeconds } from '../handoff/column.js';
import { ledgerOf } from '../handoff/known-at.js';
import type { Snapshot } from '../handoff/snapshot.js';
import type { Readable } from '../handoff/snapshots.js';
import { EVERYTHING, type Visibility } from '../handoff/visibility.js';
import { invalid } from '../http/problem.js';
import type { Terms } from './kpi.js';
import type { Scope, scopeQuery } from './kpi.schema.js';
import { addDays, addMonths, type Calendar, dateIn, type Period, startOfDay } from './period.js';
import { dimensionNames, type Filter, parseFilters, selectVisible } from './select.js';
import { positionOf, type Range, type Selection } from './selection.js';

export type ScopeQuery = z.infer<typeof scopeQuery>;

/** Where questions are answered from. */
export interface Ground {
  db: DataSource;
  snapshots: Readable;
  now: Date;
  /** Whose handoffs may be counted; all when left out. */
  visibility?: Visibility;
}

/** A question as it was understood: which handoffs, seen through when. */
export interface Question extends Selection {
  workspace: Workspace;
  terms: Terms;
  /** Every version of the definitions, the oldest first. */
  versions: readonly Decided[];
  calendar: Calendar;
  period: Period;
  asOf: Date;
  /** Answered as it had been told by then; null for as it is known now. */
  knownAt: string | null;
  dataAsOf: Date | null;
  filters: Filter[];
}

/** Reads a query against a workspace. Refuses, as bad input, a moment in the future, an impossible period and an unknown dimension. */
export async function ask(
  { db, snapshots, now, visibility = EVERYTHING }: Ground,
  workspace: Workspace,
  query: ScopeQuery,
): Promise<Question> {
  const { snapshot, dataAsOf: readThrough, definition: version } = await ledgerOf({ db, snapshots }, workspace.id, query.knownAt);
  const asOf = earlier(moment(query.asOf, now), query.knownAt === undefined ? null : readThrough);
  const period = periodOf(query, dateIn(asOf, workspace.timeZone));
  const definition = await definitionOf(db, workspace.id, query.definition ?? version);
  if (!definition) throw invalid([{ message: `there is no version ${query.definition} of the definitions`, path: ['definition'] }]);
  const versions = decidedBy(query.knownAt, await versionsOf(db, workspace.id));
  const filters = parseFilters(query.filter);
  const known = dimensionNames(snapshot);
  for (const { dimension } of filters) assertKnown(dimension, { known, field: 'filter' });
  return {
    workspace,
    terms: { definition, time: query.time, timeZone: workspace.timeZone },
    versions,
    calendar: { timeZone: workspace.timeZone, weekStart: workspace.weekStart, fiscalStart: workspace.fiscalStart },
    period,
    asOf,
    knownAt: query.knownAt ?? null,
    dataAsOf: readThrough,
    filters,
    snapshot,
    ...selectionOf(snapshot, { filters, visibility, asOf }),
    until: toSeconds(readThrough && readThrough < asOf ? readThrough : asOf),
    read: readThrough !== null,
  };
}

const decidedBy = (knownAt: string | undefined, versions: readonly Decided[]) =>
  versions.filter(({ decidedAt }) => knownAt === undefined || decidedAt === null || decidedAt <= new Date(knownAt));

/** The rows won by the as-of moment that pass the filters and may be seen. */
export function selectionOf(
  snapshot: Snapshot,
  { filters, visibility, asOf }: { filters: readonly Filter[]; visibility: Visibility; asOf: Date },
): Pick<Selection, 'rows'> {
  return { rows: selectVisible(snapshot, { filters, visibility, end: snapshot.firstWonFrom(toSeconds(asOf) + 1) }) };
}

/** What had been told is known only through what had been read. */
const earlier = (asOf: Date, known: Date | null): Date => (known && known < asOf ? known : asOf);

/** Throws bad input naming the dimensions there are. */
export function assertKnown(dimension: string, { known, field }: { known: readonly string[]; field: string }): void {
  if (known.includes(dimension)) return;
  throw invalid([{ message: `there is no dimension "${dimension}"; there are ${known.join(', ')}`, path: [field] }]);
}

/** To the end of the as-of day, from twelve months before. */
function periodOf({ from, to }: ScopeQuery, today: string): Period {
  const end = to ?? addDays(from !== undefined && from > today ? from : today, 1);
  const period = { from: from ?? addMonths(end, -12), to: end };
  if (period.from >= period.to) {
    throw invalid([
      { message: `the period from ${period.from} to ${period.to} has no days: "to" is the day after its last`, path: ['to'] },
    ]);
  }
  return period;
}

/** The rows of a period, as positions among those asked about. */
export function rangeOf(question: Question, { from, to }: Period): Range {
  const position = (date: string) => positionOf(question, toSeconds(startOfDay(date, question.calendar.timeZone)));
  return { from: position(from), to: position(to) };
}

/** How the question was understood, as it leaves. */
export function scopeOf(question: Question, shown: { by: string | null; interval: Scope['interval'] }): Scope {
  const { workspace, terms, period, asOf, dataAsOf: through, filters } = question;
  return {
    period,
    asOf: asOf.toISOString(),
    knownAt: question.knownAt,
    dataAsOf: through?.toISOString() ?? null,
    ageMinutes: through && Math.max(0, (asOf.getTime() - through.getTime()) / 60_000),
    timeZone: workspace.timeZone,
    filters: filters.map(({ dimension, values }) => ({ dimension, values: values.map((value) => value ?? '') })),
    ...shown,
    currency: workspace.currency,
    sample: workspace.sample,
    definition: terms.definition.version,
    note: question.knownAt === null ? mixOf(question.versions, terms.definition) : null,
    time: terms.time,
  };
}
