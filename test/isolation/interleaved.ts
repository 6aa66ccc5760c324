import { CANARY } from './generated-row.js';
import type { Twin, TwinServer } from './twin-server.js';

/** Cheap questions and dear ones, of one statement and of many, and an export in pieces. */
const ASKED = [
  ...['/api/session', '/api/report', '/api/source', '/api/match/account?search=Account', '/api/handoff/crm%3A3', '/api/risk', '/api/mail'],
  ...[
    '/api/team',
    '/api/owner',
    '/api/handoff/export?format=csv',
    '/api/kpi/time-to-kickoff/handoff',
    '/api/session',
    '/api/source/crm/mapping',
  ],
];

export interface Interleaved {
  answered: number;
  /** Answers with a canary of the other. */
  crossed: string[];
  /** Answers without one of one's own, or none at all. */
  unanswered: string[];
}

/** Both twins ask through the same few connections, so many at the same time. */
export async function interleave(twins: TwinServer, { requests, atOnce }: { requests: number; atOnce: number }): Promise<Interleaved> {
  const told: Interleaved = { answered: 0, crossed: [], unanswered: [] };
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < requests; n = next++) await one(twins, n, told);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return told;
}

async function one(twins: TwinServer, n: number, told: Interleaved): Promise<void> {
  const [twin, other]: [Twin, Twin] = n % 2 === 0 ? ['anna', 'bert'] : ['bert', 'anna'];
  const path = ASKED[(n >> 1) % ASKED.length] ?? '';
  const { status, text } = await twins.quickly(twin, { method: 'get', path });
  told.answered += 1;
  if (text.includes(CANARY[other])) told.crossed.push(path);
  if (status !== 200 || !text.includes(CANARY[twin])) told.unanswered.push(`${status} ${path}`);
}
