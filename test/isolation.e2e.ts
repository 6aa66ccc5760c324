import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANARY } from './isolation/generated-row.js';
import { type Mutated, mutateEach } from './isolation/mutation.js';
import { StatementTap } from './isolation/statement-tap.js';
import { changes, questions } from './isolation/steps.js';
import { openTwins, type TwinServer } from './isolation/twin-server.js';

let dataDirectory: string;
let twins: TwinServer;
let tap: StatementTap;

/** Steps run again for one statement, of all that send it: `npm run drill -- isolation` runs all. */
const MOST_STEPS = 1;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-twins-'));
  tap = new StatementTap('role=baton_door');
  twins = await openTwins({ dataDirectory });
});
afterAll(async () => {
  await twins.close();
  tap.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

describe('twin workspaces full of canaries', () => {
  it('hold one in every column of words, of every table', () => {
    const { tables, canaryColumns, textColumns } = twins.made;
    console.log(
      `${canaryColumns} columns of words in ${tables.length} tables hold a canary; ${textColumns - canaryColumns} hold keys and codes`,
    );
    expect(tables.length).toBeGreaterThan(40);
    expect(canaryColumns).toBeGreaterThan(60);
  });

  it.each(['anna', 'bert'] as const)('%s is answered every question, and hears nothing of the other', async (twin) => {
    const other = twin === 'anna' ? CANARY.bert : CANARY.anna;
    const answers = [];
    for (const asked of twins.asked[twin]) answers.push({ ...asked, ...(await twins.ask(twin, asked)) });
    expect(answers.filter(({ status, path }) => status !== 200 && !path.startsWith('/api/import/'))).toEqual([]);
    expect(answers.filter(({ text }) => text.includes(other)).map(({ path }) => path)).toEqual([]);
    const own = answers.filter(({ text }) => text.includes(CANARY[twin])).length;
    console.log(`${answers.length} questions of ${twin}: ${own} answers with canaries of their own, 0 of the other`);
    expect(own).toBeGreaterThan(30);
    expect(twins.logged()).not.toContain(other);
  });
});

describe('a statement that forgets whose rows it is about', () => {
  it('lets no row of another out, whatever is asked', async () => {
    const mutated = await mutateEach(twins, tap, { steps: questions(twins), same: true, reset: false, most: MOST_STEPS });
    tell('asked', mutated);
    expect(held(mutated).filter(({ leaks }) => leaks.length > 0)).toEqual([]);
    expect(held(mutated).length).toBeGreaterThan(50);
  }, 300_000);

  it('changes no row of another, whatever is done', async () => {
    const mutated = await mutateEach(twins, tap, { steps: changes(twins), same: false, reset: true, most: MOST_STEPS });
    tell('changed', mutated);
    expect(held(mutated).filter(({ leaks }) => leaks.length > 0)).toEqual([]);
    expect(held(mutated).length).toBeGreaterThan(100);
  }, 300_000);
});

const held = (mutated: Mutated[]) => mutated.filter(({ statement }) => statement.scope === 'workspace');

function tell(what: string, mutated: Mutated[]): void {
  const leaking = mutated.filter(({ leaks }) => leaks.length > 0);
  console.log(
    `${what}: ${held(mutated).length} statements without their workspace, sent ${mutated.reduce((sum, { swaps }) => sum + swaps, 0)} times, ` +
      `${mutated.filter(({ swaps }) => swaps === 0).length} not sent again, ${held(leaking).length} leaks; at the door ${mutated.length - held(mutated).length}, of which ${leaking.length - held(leaking).length} find what is open there`,
  );
  for (const { statement } of mutated.filter(({ swaps }) => swaps === 0)) console.log('unsent', statement.sql.slice(0, 200));
  for (const { statement, leaks } of leaking) console.log(statement.scope, leaks.slice(0, 3), statement.sql.slice(0, 300));
}
