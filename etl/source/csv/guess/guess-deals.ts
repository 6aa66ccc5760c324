import type { About } from './about.js';
import type { FileSample } from './file-sample.js';
import { accountIn, columnsOf, findColumn, happenedIn, valuesOf } from './find-columns.js';
import { guessDimensions } from './guess-dimensions.js';

/** A file with deals, customers and a day of winning. */
export function guessDeals(sample: FileSample): About | null {
  const id = findColumn(sample, 'dealId');
  const account = accountIn(sample);
  const wonAt = findColumn(sample, 'wonAt');
  if (!id || !account || !wonAt) return null;
  const roles = columnsOf(sample, {
    accountName: 'accountName',
    name: 'dealName',
    amount: 'amount',
    arr: 'arr',
    currency: 'currency',
    owner: 'owner',
    csm: 'csm',
    createdAt: 'createdAt',
  });
  if (roles.accountName === account) delete roles.accountName;
  const [won, kind] = [wonIn(sample), kindIn(sample)];
  const moments = momentsIn(sample, [wonAt, ...Object.values(roles)]);
  const used = [id, account, wonAt, ...Object.values(roles), ...Object.values(moments), won?.column ?? '', kind?.column ?? ''];
  const dimensions = guessDimensions(sample, used);
  const columns = { id, account, wonAt, ...roles, ...(won && { won }), ...(kind && { kind }) };
  return {
    file: { what: 'deals', columns, dimensions, ...(Object.keys(moments).length > 0 && { moments }) },
    notes: notesOf(wonAt, won, kind),
  };
}

type Won = ReturnType<typeof wonIn>;
type Kind = ReturnType<typeof kindIn>;

function notesOf(wonAt: string, won: Won, kind: Kind): string[] {
  return [
    won
      ? `deals are taken as won where ${won.column} is ${won.values.join(' or ')}`
      : `every row with a ${wonAt} is taken as a won deal; if lost deals have one too, add "won" to its columns`,
    ...(kind ? [`renewals and expansions are told by ${kind.column} and are no handoffs`] : []),
  ];
}

function wonIn(sample: FileSample) {
  const stage = valuesOf(sample, 'stage');
  const values = stage?.values.filter((value) => /\bwon\b/i.test(value.replace(/([a-z])([A-Z])/g, '$1 $2'))) ?? [];
  return stage && values.length > 0 ? { column: stage.column, values } : null;
}

function kindIn(sample: FileSample) {
  const said = valuesOf(sample, 'dealKind');
  const values = Object.fromEntries((said?.values ?? []).flatMap((value) => (kindNamed(value) ? [[value, kindNamed(value)]] : [])));
  return said && Object.keys(values).length > 0 ? { column: said.column, values } : null;
}

function kindNamed(value: string): string | null {
  if (/renew/i.test(value)) return 'renewal';
  if (/expan|upsell|cross.?sell|existing/i.test(value)) return 'expansion';
  return /\bnew/i.test(value) ? 'new business' : null;
}

/** Dates whose header says what happened. */
export function momentsIn({ columns }: FileSample, used: string[]): Record<string, string> {
  const dates = columns.filter(({ column, dateFormats }) => dateFormats.length > 0 && !used.includes(column));
  return Object.fromEntries(dates.flatMap(({ column, words }) => (happenedIn(words) ? [[happenedIn(words), column]] : [])));
}
