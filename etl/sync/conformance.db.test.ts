import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/database.js';
import { find } from '../../test/drill/conformance/check.js';
import { sampleFor } from '../../test/drill/conformance/conformance.js';
import { quickenWaits } from '../../test/drill/quick-clock.js';
import { EXERCISES } from '../sandbox/exercises.js';

let fresh: TestDatabase;
let usualWaits: () => void;
beforeAll(async () => {
  fresh = await freshDatabase();
  usualWaits = quickenWaits();
});
afterAll(async () => {
  usualWaits();
  await fresh.db.destroy();
});

describe.each(EXERCISES)('$kind', (exercise) => {
  test.each(sampleFor(exercise.kind))('conforms: $name', async (check) => {
    const { state, words } = await find(check, { db: fresh.db, exercise });
    expect(state === 'failed' ? words : '').toBe('');
    if (state === 'lacking') expect(words.length).toBeGreaterThan(10);
  });
});
