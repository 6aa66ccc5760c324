import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CANARY } from './generated-row.js';
import { holdsWord, rowsHash } from './rows-hash.js';
import type { Statement, StatementTap } from './statement-tap.js';
import type { TwinServer } from './twin-server.js';
import { withoutPredicate } from './without-predicate.js';

/** Something that Anna's side does, again and again. */
export interface Step {
  name: string;
  /** Answers all that came back. */
  run(): Promise<string>;
}

export interface Mutated {
  statement: Statement;
  /** How often it was sent without its predicate. */
  swaps: number;
  /** What came out or was changed that is not Anna's; empty when nothing. */
  leaks: string[];
  /** Steps that came to nothing, as when Postgres could not make out the statement. */
  refusals: number;
}

interface Walked {
  steps: readonly Step[];
  /** Whether an answer that is not as it was before tells of other rows: not where steps change what is asked. */
  same: boolean;
  /** Steps that are run again for each statement, of all that send it. */
  most: number;
  /** What a step changes is put back before the next. */
  reset: boolean;
  /** One statement in so many; all of them for 1. */
  every: number;
}

/** Runs all steps, then again for each statement with its workspace forgotten. Statements that name none are left out. */
export async function mutateEach(twins: TwinServer, tap: StatementTap, { steps, same, most, reset, every }: Walked): Promise<Mutated[]> {
  const sentBy = new Map<string, { statement: Statement; steps: Step[] }>();
  const before = new Map<Step, string>();
  for (const step of steps) {
    if (reset) await twins.made.reset();
    const statements = await tap.during(async () => before.set(step, stable(await step.run())));
    for (const statement of statements) {
      const key = `${statement.scope} ${statement.sql}`;
      sentBy.set(key, { statement, steps: [...(sentBy.get(key)?.steps ?? []), step] });
    }
  }
  if (same) await forgetMoving(steps, before);
  const mutated: Mutated[] = [];
  const naming = [...sentBy.values()].filter(({ statement }) => withoutPredicate(statement.sql) !== null);
  for (const { statement, steps: senders } of naming.filter((_, n) => n % every === 0)) {
    const to = withoutPredicate(statement.sql) ?? '';
    const expected = same ? before : null;
    mutated.push({
      statement,
      ...(await forgetting(twins, tap, { swap: { from: statement.sql, to }, steps: senders.slice(0, most), expected, reset })),
    });
  }
  return mutated;
}

/** Leaves out what is another answer the second time anyway: the log of what is done, an export with its own moment. */
async function forgetMoving(steps: readonly Step[], before: Map<Step, string>): Promise<void> {
  for (const step of steps) if (stable(await step.run()) !== before.get(step)) before.delete(step);
}

interface Forgetting {
  swap: { from: string; to: string };
  steps: readonly Step[];
  expected: Map<Step, string> | null;
  reset: boolean;
}

async function forgetting(
  twins: TwinServer,
  tap: StatementTap,
  { swap, steps, expected, reset }: Forgetting,
): Promise<Omit<Mutated, 'statement'>> {
  const looks: Look[] = [];
  twins.logged();
  const before = await bertsRows(twins);
  const swaps = await tap.swapping(swap, async () => {
    for (const step of steps) {
      if (reset) await twins.made.reset();
      const told = await step.run();
      const rows = await leakOfRows(twins, before);
      looks.push({ step, told, leak: rows ?? leakOf(told, expected?.get(step) ?? null) });
    }
  });
  const leaks = looks.filter(({ leak }) => leak !== null).map(({ step, leak }) => `${step.name}: ${leak}`);
  if (twins.logged().includes(CANARY.bert)) leaks.push('log: canary');
  if ((await outbox(twins)).includes(CANARY.bert)) leaks.push('mail: canary');
  return { swaps, leaks, refusals: looks.filter(({ told }) => failed(told)).length };
}

interface Look {
  step: Step;
  told: string;
  leak: string | null;
}

/** Bert's were changed, or Anna's have now what was his. */
async function leakOfRows(twins: TwinServer, before: string): Promise<string | null> {
  if ((await bertsRows(twins)) !== before) return 'changed';
  const { server, made } = twins;
  return (await holdsWord(server.db, made.tables, { workspaceId: made.anna, word: CANARY.bert })) ? 'taken over' : null;
}

const bertsRows = ({ server, made }: TwinServer) => rowsHash(server.db, made.tables, made.bert);

/** A statement that Postgres refuses in its new form tells nothing. */
function leakOf(told: string, expected: string | null): string | null {
  if (told.includes(CANARY.bert)) return 'canary';
  if (expected === null || failed(told) || stable(told) === expected) return null;
  return 'other numbers';
}

/** Without what differs each time: which request it was, and how long learning took. */
const stable = (told: string): string => told.replaceAll(/"(requestId|tookMs)":("[^"]*"|[\d.]+)/g, '');

const failed = (told: string): boolean => told.startsWith('500 ');

/** All mails that were written. */
async function outbox({ dataDirectory }: TwinServer): Promise<string> {
  const names = await readdir(join(dataDirectory, 'outbox')).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(dataDirectory, 'outbox', name), 'utf8')));
  return texts.join('\n');
}
