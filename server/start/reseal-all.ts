import type { DataSource } from 'typeorm';
import type { Keyring } from '../../etl/warehouse/index.js';
import { shownId } from './keys.js';
import { SEALED, type SealedValue } from './sealed-values.js';

export interface Resealing {
  ring: Keyring;
  signal: AbortSignal;
  print(line: string): void;
}

export interface Resealed {
  count: number;
  /** Those that could not be opened, and are as they were. */
  brokenCount: number;
}

/** Between two lines of progress. */
const STEP = 100;

/**
 * Seals with the current key whatever another sealed, one value at a time, while servers work; after a stop it goes on with what is
 * left. What is written with a former key meanwhile is found by the next round.
 */
export async function resealAll(db: DataSource, resealing: Resealing): Promise<Resealed> {
  let count = 0;
  for (;;) {
    const round = { count: 0, brokenCount: 0 };
    for (const name of Object.keys(SEALED)) await resealKind(db, { ...resealing, name, round });
    count += round.count;
    if (round.count === 0) return { count, brokenCount: round.brokenCount };
  }
}

async function resealKind(db: DataSource, { name, ring, signal, print, round }: Resealing & { name: string; round: Resealed }) {
  const current = shownId(ring.current());
  const values = ((await SEALED[name]?.(db)) ?? []).filter(({ keyId }) => keyId !== current);
  for (const [i, value] of values.entries()) {
    signal.throwIfAborted();
    const resealed = await attempt(value, ring);
    if (resealed instanceof Error) {
      round.brokenCount += 1;
      print(`${name}: ${resealed.message}`);
    } else if (resealed) round.count += 1;
    if ((i + 1) % STEP === 0 || i + 1 === values.length) print(`${name}: ${i + 1} of ${values.length}`);
  }
}

/** What cannot be opened must not keep the rest with a key that may have leaked. A database that went away does stop it. */
const attempt = (value: SealedValue, ring: Keyring): Promise<boolean | Error> =>
  value.reseal(ring).catch((error: unknown) => {
    if (error instanceof Error && !('code' in error)) return error;
    throw error;
  });
