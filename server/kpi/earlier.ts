import { addDays, addMonths, daysBetween, type Period } from './period.js';

type With = 'previous' | 'year';

/** What a period is compared with, and how that is called. */
export interface Earlier {
  name: string;
  period: Period;
}

/** The period before of the same length, in months where it is whole months; or the same days a year before. */
export function earlierThan({ from, to }: Period, compare: With): Earlier {
  if (compare === 'year') return { name: 'the year before', period: { from: addMonths(from, -12), to: addMonths(to, -12) } };
  const months = wholeMonths(from, to);
  if (months > 0)
    return {
      name: months === 1 ? 'the previous month' : `the previous ${months} months`,
      period: { from: addMonths(from, -months), to: from },
    };
  const days = daysBetween(from, to);
  return { name: days === 1 ? 'the previous day' : `the previous ${days} days`, period: { from: addDays(from, -days), to: from } };
}

/** 0 when the period does not end on the day of the month it begins on. */
function wholeMonths(from: string, to: string): number {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return months > 0 && addMonths(from, months) === to && addMonths(to, -months) === from ? months : 0;
}
