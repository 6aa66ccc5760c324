import type { Answer, Fault, Request } from '../fault.js';
import type { VendorFault } from './vendor-fault.js';

export type WireRecord = Record<string, unknown>;

/** The records of an answer: the first list of objects in it, wherever it lies; null when there is none. */
export function recordsOf(body: unknown): WireRecord[] | null {
  if (Array.isArray(body)) return body.length > 0 && body.every(isRecord) ? body : null;
  if (!isRecord(body)) return null;
  for (const value of Object.values(body)) {
    const found = recordsOf(value);
    if (found !== null) return found;
  }
  return null;
}

const isRecord = (value: unknown): value is WireRecord => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same answer with other records in the same place. The usual one stays as it is: a stand-in may keep it. */
export function withRecords(usual: Answer, change: (records: WireRecord[]) => WireRecord[]): Answer {
  if (usual.status !== 200 || !(isRecord(usual.body) || Array.isArray(usual.body))) return usual;
  const body = structuredClone(usual.body) as unknown;
  const records = recordsOf(body);
  if (records !== null) records.splice(0, records.length, ...change([...records]));
  return { ...usual, body };
}

const inEveryPage = (change: (records: WireRecord[]) => WireRecord[]) => () => (): Fault => ({
  kind: 'change',
  change: (usual) => withRecords(usual, change),
});

/** In front of each page the records of the one before it, by path. */
function pagesOverlap(): (request: Request) => Fault {
  const before = new Map<string, WireRecord[]>();
  return (request) => ({
    kind: 'change',
    change: (usual) =>
      withRecords(usual, (records) => {
        const key = `${request.method} ${request.path}`;
        const earlier = before.get(key) ?? [];
        before.set(key, records);
        return [...earlier, ...records];
      }),
  });
}

/** Whatever is asked of a path, its first page is the answer, next-page token and all. */
function sameForEver(): (request: Request) => Fault {
  const first = new Map<string, Answer>();
  return (request) => ({
    kind: 'change',
    change: (usual) => {
      if (recordsOf(usual.body) === null && usual.status === 200) return usual;
      const key = `${request.method} ${request.path}`;
      const kept = first.get(key) ?? usual;
      first.set(key, kept);
      return kept;
    },
  });
}

const CIRCLE = /again|circle|same page|same answer|loop|repeat/i;

/** Pages that come twice, out of order, or without end. */
export const PAGE_FAULTS: VendorFault[] = [
  { name: 'every record twice in its page', outcome: 'lives', says: null, strike: inEveryPage((records) => [...records, ...records]) },
  { name: 'pages that overlap', outcome: 'either', says: /./, strike: pagesOverlap },
  { name: 'records out of order in their page', outcome: 'either', says: /./, strike: inEveryPage((records) => records.reverse()) },
  { name: 'a next page that is always the first one', outcome: 'either', says: CIRCLE, strike: sameForEver },
];
