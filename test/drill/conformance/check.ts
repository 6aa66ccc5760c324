import type { DataSource } from 'typeorm';
import type { Exercise, Lacking } from '../../../etl/sandbox/stand-in/exercise.js';

/** What a check is given. */
export interface Kit {
  db: DataSource;
  exercise: Exercise;
}

/** One thing that every source must do. */
export interface Check {
  name: string;
  /** What a vendor may lack for it; null when every vendor has it. */
  needs: keyof Lacking | null;
  /** Throws with what is wrong; answers with what was seen. */
  run(kit: Kit): Promise<string>;
}

export interface Finding {
  kind: string;
  check: string;
  state: 'ok' | 'lacking' | 'failed';
  /** What was seen, what the vendor lacks, or what is wrong. */
  words: string;
}

/** Never throws: what is wrong is the finding. */
export async function find(check: Check, kit: Kit): Promise<Finding> {
  const { kind, lacking } = kit.exercise;
  const reason = check.needs === null ? undefined : lacking[check.needs];
  const found = (state: Finding['state'], words: string): Finding => ({ kind, check: check.name, state, words });
  if (reason !== undefined) return found('lacking', reason);
  try {
    return found('ok', await check.run(kit));
  } catch (error) {
    return found('failed', error instanceof Error ? error.message : String(error));
  }
}
