import type { Columns } from '../handoff/column.js';
import type { Bins, Observation } from './kpi.js';
import { remembered } from './remembered.js';
import { isEvery, type Selection } from './selection.js';

/** Two bytes a handoff for each: those of now by two sets of terms, and some of the past. The longest unasked goes first. */
const MOST_KEPT = 64;

/** Columns never change, and between two syncs every question of now has the same `until`. */
const keptOf = remembered((_: Columns) => new Map<string, Bins>());

/** Observations are as many as there are definitions: they are known by a number here, so that none is held by what was seen of it. */
let numbered = 0;
const numberOf = remembered((_: Observation) => numbered++);

/** Columns as of a moment. */
export interface Seen {
  snapshot: Pick<Selection['snapshot'], 'columns'>;
  until: number;
}

/** The bin of every row of the snapshot, by row. */
export function observed({ snapshot: { columns }, until }: Seen, observe: Observation): Bins {
  const kept = keptOf(columns);
  const key = `${numberOf(observe)} ${until}`;
  const bins = kept.get(key) ?? look(columns, until, observe);
  kept.delete(key);
  kept.set(key, bins);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return bins;
}

function look(columns: Columns, until: number, observe: Observation): Bins {
  const bins = new Uint16Array(columns.count);
  observe.see(columns, until, bins);
  return bins;
}

/** The bin of every row selected, by position. */
export function observedIn(selection: Selection, observe: Observation): Bins {
  const bins = observed(selection, observe);
  return isEvery(selection.rows) ? bins : gathered(bins, selection.rows);
}

function gathered(bins: Bins, rows: Uint32Array): Bins {
  const found = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = bins[rows[i] ?? 0] ?? 0;
  return found;
}
