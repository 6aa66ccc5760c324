import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { database } from '../../etl/warehouse/index.js';

/** Postgres has this many milliseconds to answer. */
const PATIENCE = 2_000;
/** However many ask, Postgres is asked once in so many milliseconds. */
const FRESH = 500;

/** Whether requests can be answered: not stopping, and Postgres answers. A connection of its own, so that a busy pool is not taken for an absent Postgres. */
@Injectable()
export class Readiness implements OnApplicationShutdown {
  private stopping = false;
  private readonly probe: DataSource;
  private asked: { at: number; answer: Promise<boolean> } | null = null;

  constructor(db: DataSource) {
    this.probe = database(urlOf(db), { poolSize: 1, statementLimit: PATIENCE });
  }

  /** From now on it is not ready, so that whoever sends requests here sends them elsewhere. */
  stop(): void {
    this.stopping = true;
  }

  async ready(): Promise<boolean> {
    if (this.stopping) return false;
    const now = performance.now();
    if (!this.asked || now - this.asked.at > FRESH) this.asked = { at: now, answer: this.ask() };
    return (await this.asked.answer) && !this.stopping;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.probe.isInitialized) await this.probe.destroy();
  }

  private async ask(): Promise<boolean> {
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<boolean>((resolve) => {
      late = setTimeout(() => resolve(false), PATIENCE);
    });
    const answer = this.answers().catch(() => false);
    return Promise.race([answer, patience]).finally(() => clearTimeout(late));
  }

  private async answers(): Promise<boolean> {
    if (!this.probe.isInitialized) await this.probe.initialize();
    await this.probe.query('select 1');
    return true;
  }
}

function urlOf({ options }: DataSource): string {
  if ('url' in options && typeof options.url === 'string') return options.url;
  throw new Error('readiness needs the address of the database');
}
