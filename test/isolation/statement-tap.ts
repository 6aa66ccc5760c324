import pg from 'pg';
import { currentScope, type Scope } from '../../etl/warehouse/index.js';

/** One that was sent, and in whose rows. */
export interface Statement {
  sql: string;
  scope: Scope['kind'];
}

/**
 * Sits where statements leave for Postgres: hears all that one server sends, and sends another in the place of one. The server is
 * known by a word in the options of its connections.
 */
export class StatementTap {
  private heard: Map<string, Statement> | null = null;
  private sent: string[] | null = null;
  private swapped: { from: string; to: string } | null = null;
  private swaps = 0;
  private readonly untapped = pg.Client.prototype.query;

  constructor(mark: string) {
    const { untapped } = this;
    const pass = (sql: string) => this.pass(sql);
    pg.Client.prototype.query = function tapped(this: pg.Client & { connectionParameters?: { options?: string } }, ...sent: unknown[]) {
      if (this.connectionParameters?.options?.includes(mark)) sent[0] = rewritten(sent[0], pass);
      return Reflect.apply(untapped, this, sent);
    } as typeof untapped;
  }

  /** The distinct statements sent while `work` ran. */
  async during(work: () => Promise<unknown>): Promise<Statement[]> {
    this.heard = new Map();
    await work();
    const heard = [...this.heard.values()];
    this.heard = null;
    return heard;
  }

  /** All statements sent while `work` ran, in their order, however often. */
  async allDuring(work: () => Promise<unknown>): Promise<string[]> {
    this.sent = [];
    await work();
    const sent = this.sent;
    this.sent = null;
    return sent;
  }

  /** Runs `work` with one statement sent in the place of another. Answers how often it was. */
  async swapping(swap: { from: string; to: string }, work: () => Promise<unknown>): Promise<number> {
    this.swapped = swap;
    this.swaps = 0;
    try {
      await work();
    } finally {
      this.swapped = null;
    }
    return this.swaps;
  }

  close(): void {
    pg.Client.prototype.query = this.untapped;
  }

  private pass(sql: string): string {
    const scope = currentScope().kind;
    this.sent?.push(sql);
    this.heard?.set(`${scope} ${sql}`, { sql, scope });
    if (this.swapped?.from !== sql) return sql;
    this.swaps += 1;
    return this.swapped.to;
  }
}

/** A statement comes as text, as an object with one, or as a COPY, which has its own. */
function rewritten(sent: unknown, pass: (sql: string) => string): unknown {
  if (typeof sent === 'string') return pass(sent);
  const holder = sent as { text?: unknown } | null;
  if (typeof holder?.text === 'string') holder.text = pass(holder.text);
  return sent;
}
