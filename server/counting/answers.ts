import type { DataSource } from 'typeorm';
import { Snapshots } from '../handoff/snapshot.js';
import type { AnyQuery } from './counted-question.js';
import type { Asked } from './counter.js';
import { questionNamed } from './questions.js';

/** A question by name, as it crosses to the thread that answers it. */
export interface NamedQuestion extends Asked<AnyQuery> {
  name: string;
  now: Date;
}

/** Answers questions by name, on whatever thread it is made. */
export class Answers {
  private readonly snapshots: Snapshots;

  constructor(private readonly db: DataSource) {
    this.snapshots = new Snapshots(db);
  }

  /** UTF-8 of the JSON, in memory of its own. */
  async of({ name, workspace, query, visibility, now }: NamedQuestion): Promise<Uint8Array<ArrayBuffer>> {
    const { db, snapshots } = this;
    const answer = await questionNamed(name).answer({ db, snapshots, now, visibility }, workspace, query);
    return new TextEncoder().encode(JSON.stringify(answer));
  }
}
