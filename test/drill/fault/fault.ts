import type { DataSource } from 'typeorm';
import type { Rehearsal } from '../../../etl/sandbox/stand-in/exercise.js';
import type { Cable } from '../../cable.js';
import type { BatonServer } from '../running/baton-server.js';
import type { DrillPostgres } from './drill-postgres.js';
import type { TinyDisk } from './tiny-disk.js';

/** Everything a fault may hurt. */
export interface Rig {
  postgres: DrillPostgres;
  /** Between the server and Postgres. */
  line: Cable;
  /** Past the cable, as the owner. */
  db: DataSource;
  server: BatonServer;
  /** What the database lies on, and what the server keeps its files on; null where this user may not mount one. */
  disks: { database: TinyDisk; data: TinyDisk } | null;
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
  /** Answers how it is ended. Throws Impossible with the reason when this machine does not allow it. */
  begin(rig: Rig): Promise<() => Promise<void>>;
  /** While it lasts all that is read is answered, and such a thing is refused when it is written, with words like these. */
  refuses?: { what: 'report' | 'file'; why: RegExp };
  /** The process ends and is started again, as a supervisor does. */
  ends?: boolean;
}

/** Not on this machine, or not as this user: such a fault is skipped, and counted as that. */
export class Impossible extends Error {}
