import type { Group } from '../api/shape.js';

interface Wanted {
  better: 'lower' | 'higher';
  /** People are not ranked where their intervals overlap. */
  people: boolean;
}

/** Groups in the order they are shown, and what that order means. Groups without a value come last, the larger first. */
export function ordered(groups: Group[], { better, people }: Wanted): { groups: Group[]; words: string } {
  const ranked = [...groups].sort(byValue(better));
  const valued = ranked.filter(({ measure }) => measure.value !== null);
  const overlapping = valued.some((group, index) => index > 0 && overlap(valued[index - 1], group));
  if (people && overlapping) {
    const rest = ranked.slice(valued.length);
    return {
      groups: [...valued.sort((a, b) => a.label.localeCompare(b.label, 'en')), ...rest],
      words: 'In alphabetical order: intervals overlap, so this is no ranking.',
    };
  }
  return { groups: ranked, words: overlapping ? 'Best first; where intervals overlap, the order may be chance.' : 'Best first.' };
}

function overlap(one: Group | undefined, two: Group): boolean {
  if (!one) return false;
  const [a, b] = [one.measure, two.measure];
  return (a.low ?? 0) <= (b.high ?? Number.POSITIVE_INFINITY) && (b.low ?? 0) <= (a.high ?? Number.POSITIVE_INFINITY);
}

const byValue = (better: 'lower' | 'higher') => (a: Group, b: Group) => {
  const [left, right] = [a.measure.value, b.measure.value];
  if (left === null || right === null) return Number(left === null) - Number(right === null) || b.measure.n - a.measure.n;
  return better === 'lower' ? left - right : right - left;
};
