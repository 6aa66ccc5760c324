import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANARY } from './isolation/generated-row.js';
import { interleave } from './isolation/interleaved.js';
import { type Mutated, mutateEach } from './isolation/mutation.js';
import { StatementTap } from './isolation/statement-tap.js';
import { changes, questions } from './isolation/steps.js';
import { openTwins, type TwinServer } from './isolation/twin-server.js';

/** `npm run drill -- isolation` asks for all. */
const { ISOLATION_REQUESTS = '2000', ISOLATION_STEPS = '1' } = process.env;
const most = Number(ISOLATION_STEPS);
const LONG = 1_200_000;

const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of opened.reverse()) await close();
});

/** A server on twins and the tap on its connections. */
async function listened({ asOwner }: { asOwner: boolean }): Promise<{ twins: TwinServer; tap: StatementTap }> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'baton-twins-'));
  const tap = new StatementTap(asOwner ? 'baton.as=owner' : 'role=baton_door');
  const twins = await openTwins({ dataDirectory, asOwner });
  opened.push(async () => {
    await twins.close();
    tap.close();
    await rm(dataDirectory, { recursive: true, force: true });
  });
  return { twins, tap };
}

describe('twin workspaces full of canaries', () => {
  let twins: TwinServer;
  let tap: StatementTap;
  beforeAll(async () => {
    ({ twins, tap } = await listened({ asOwner: false }));
  });

  it('hold one in every column of words, of every table', () => {
    const { tables, canaryColumns, textColumns } = twins.made;
    console.log(
      `${canaryColumns} columns of words in ${tables.length} tables hold a canary; ${textColumns - canaryColumns} hold keys and codes`,
    );
    expect(tables.length).toBeGreaterThan(40);
    expect(canaryColumns).toBeGreaterThan(60);
  });

  it.each(['anna', 'bert'] as const)('%s is answered every question, and hears nothing of the other', (twin) => hearsOwn(twins, twin));

  it(
    'no answer crosses over to the other, however many ask through the same few connections',
    async () => {
      const told = await interleave(twins, { requests: Number(ISOLATION_REQUESTS), atOnce: 20 });
      console.log(`${told.answered} requests of two sessions on 4 connections, 20 at once: ${told.crossed.length} cross-reads`);
      expect(told).toEqual({ answered: Number(ISOLATION_REQUESTS), crossed: [], unanswered: [] });
    },
    LONG,
  );

  it(
    'a statement that forgets whose rows it is about lets no row of another out, whatever is asked',
    async () => {
      const mutated = await mutateEach(twins, tap, { steps: questions(twins), same: true, reset: false, every: 1, most });
      tell('asked', mutated);
      expect(leaking(mutated)).toEqual([]);
      expect(held(mutated).length).toBeGreaterThan(50);
    },
    LONG,
  );

  it(
    'nor changes one, whatever is done',
    async () => {
      const mutated = await mutateEach(twins, tap, { steps: changes(twins), same: false, reset: true, every: 1, most });
      tell('done', mutated);
      expect(leaking(mutated)).toEqual([]);
      expect(held(mutated).length).toBeGreaterThan(100);
    },
    LONG,
  );
});

describe('were row-level security not there', () => {
  let twins: TwinServer;
  let tap: StatementTap;
  beforeAll(async () => {
    ({ twins, tap } = await listened({ asOwner: true }));
  });

  it.each(['anna', 'bert'] as const)(
    '%s would hear nothing of the other either, since every statement says whose rows it is about',
    (twin) => hearsOwn(twins, twin),
  );

  it(
    'but one that forgets would let the rows of another out, so that the above can fail',
    async () => {
      const mutated = await mutateEach(twins, tap, { steps: questions(twins), same: true, reset: false, every: 1, most });
      tell('as the owner, asked', mutated);
      expect(leaking(mutated).length).toBeGreaterThan(20);
    },
    LONG,
  );

  it(
    'and would change them',
    async () => {
      const mutated = await mutateEach(twins, tap, { steps: changes(twins), same: false, reset: true, every: most === 1 ? 5 : 1, most });
      tell('as the owner, done', mutated);
      expect(leaking(mutated).length).toBeGreaterThan(4);
    },
    LONG,
  );
});

async function hearsOwn(twins: TwinServer, twin: 'anna' | 'bert'): Promise<void> {
  const other = twin === 'anna' ? CANARY.bert : CANARY.anna;
  const answers = [];
  for (const asked of twins.asked[twin]) answers.push({ ...asked, ...(await twins.ask(twin, asked)) });
  const own = answers.filter(({ text }) => text.includes(CANARY[twin])).length;
  console.log(`${answers.length} questions of ${twin}: ${own} answers with canaries of their own`);
  expect(answers.filter(({ status, path }) => status !== 200 && !path.startsWith('/api/import/'))).toEqual([]);
  expect(answers.filter(({ text }) => text.includes(other)).map(({ path }) => path)).toEqual([]);
  expect(own).toBeGreaterThan(30);
  expect(twins.logged()).not.toContain(other);
}

/** Those that are said in a workspace. What signs people in is open at the door, before one is known. */
const held = (mutated: Mutated[]) => mutated.filter(({ statement }) => statement.scope === 'workspace');

const leaking = (mutated: Mutated[]) =>
  held(mutated)
    .filter(({ leaks }) => leaks.length > 0)
    .map(({ statement, leaks }) => ({ sql: statement.sql, leaks }));

function tell(what: string, mutated: Mutated[]): void {
  const statements = held(mutated);
  const atTheDoor = mutated.length - statements.length;
  const count = (number: (one: Mutated) => number) => statements.reduce((sum, one) => sum + number(one), 0);
  console.log(
    `${what}: ${statements.length} statements mutated (${count(({ swaps }) => (swaps > 0 ? 1 : 0))} of them sent so, ` +
      `${count(({ swaps }) => swaps)} times; ${count(({ refusals }) => (refusals > 0 ? 1 : 0))} refused), ${leaking(mutated).length} leak; ${atTheDoor} more at the door`,
  );
}
