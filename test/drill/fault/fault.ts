import type { DataSource } from 'typeorm';
import type { Rehearsal } from '../../../etl/sandbox/stand-in/exercise.js';
import type { Cable } from '../../cable.js';
import type { BatonServer } from '../running/baton-server.js';
import type { DrillPostgres } from './drill-postgres.js';

/** Everything a fault may hurt. */
export interface Rig {
  postgres: DrillPostgres;
  /** Between the server and Postgres. */
  line: Cable;
  /** Past the cable, as the owner. */
  db: DataSource;
  server: BatonServer;
  vendor: Rehearsal;
  /** Of the workspace that is being read while the fault lasts. */
  workspaceId: string;
  /** What goes wrong inside the process. */
  meddle(wanted: { shiftMilliseconds?: number; once?: 'block' | 'leak' | 'crash thread' }): Promise<void>;
}

export interface Fault {
  name: string;
  /** What is done, and with which rights. */
  how: string;
  /** Seconds that it lasts; some end by themselves. */
  seconds: number;
  /** Answers how it is ended. Throws with the reason when this machine does not allow it. */
  begin(rig: Rig): Promise<() => Promise<void>>;
  /** The process ends and is started again, as a supervisor does. */
  ends?: boolean;
}
