import type { Counted } from '../../server/kpi/count.js';
import type { Counts } from '../../server/kpi/kpi.js';
import type { Counting } from './kpi-counts.js';

/** Throws, naming the first difference, unless the peer counted exactly what we did. What it was not asked is null. */
export function assertSame(
  peer: string,
  countings: readonly Counting[],
  { ours, theirs }: { ours: Counted[]; theirs: (Counted | null)[] },
): void {
  countings.forEach(({ name }, i) => {
    const [one, two] = [ours[i], theirs[i]];
    if (!one || !two) return;
    for (const [range, counts] of one.ranges.entries()) assertCounts(`${peer}, ${name}, range ${range}`, counts, two.ranges[range]);
    for (const [code, counts] of one.groups) assertCounts(`${peer}, ${name}, group ${code}`, counts, two.groups.get(code));
    const handoffs = (counted: Counted) => [...counted.groups.values()].reduce((sum, { all }) => sum + total(all), 0);
    if (one.groups.size > 0 && handoffs(one) !== handoffs(two)) throw new Error(`${peer}, ${name}: other groups`);
  });
}

function assertCounts(what: string, one: Counts, two: Counts | undefined): void {
  for (const part of ['all', 'mature'] as const) {
    const bin = one[part].findIndex((count, at) => count !== two?.[part][at]);
    if (bin >= 0) throw new Error(`${what}: ${one[part][bin]} ${part} in bin ${bin}, but ${two?.[part][bin]} there`);
  }
}

const total = (counts: Int32Array) => counts.reduce((sum, count) => sum + count, 0);
