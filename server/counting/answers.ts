import type { DataSource } from 'typeorm';
import { within } from '../../etl/warehouse/index.js';
import { Snapshots } from '../handoff/snapshot.js';
import { AnswerCache, type KeptAnswer } from './answer-cache.js';
import type { NamedQuestion, Told } from './asked.js';
import { dependsOn } from './depends-on.js';
import { questionNamed } from './questions.js';

/** Answers questions by name, on whatever thread it is made. */
export class Answers {
  private snapshots: Snapshots;
  private readonly coming = new Map<string, Promise<KeptAnswer>>();

  constructor(
    private readonly db: DataSource,
    private cache = new AnswerCache(),
  ) {
    this.snapshots = new Snapshots(db);
  }

  /** Each in the workspace it is about, whoever asks and on whatever thread. */
  of(question: NamedQuestion): Promise<Told> {
    return within(question.workspace.id, () => this.answer(question));
  }

  forget(): void {
    this.snapshots = new Snapshots(this.db);
    this.cache = new AnswerCache();
  }

  private async answer(question: NamedQuestion): Promise<Told> {
    const key = questionNamed(question.name).kept ? await this.dependsOn(question) : null;
    if (key === null) return { bytes: bytesOf(await this.count(question), question.now), counted: true };
    const kept = this.cache.get(key) ?? this.coming.get(key);
    const answer = await (kept ?? this.countAndKeep(key, question));
    return { bytes: bytesOf(answer, question.now), counted: kept === undefined };
  }

  private dependsOn(question: NamedQuestion): Promise<string | null> {
    return dependsOn({ db: this.db, snapshots: this.snapshots }, question);
  }

  /** Who asks the same meanwhile waits for this answer. */
  private countAndKeep(key: string, question: NamedQuestion): Promise<KeptAnswer> {
    const counting = this.counted(key, question).finally(() => this.coming.delete(key));
    this.coming.set(key, counting);
    return counting;
  }

  /** An answer over which something moved is given, but not kept: it may be of either side. */
  private async counted(key: string, question: NamedQuestion): Promise<KeptAnswer> {
    const answer = await this.count(question);
    if ((await this.dependsOn(question)) === key) this.cache.set(key, answer);
    return answer;
  }

  private async count({ name, workspace, query, visibility, now }: NamedQuestion): Promise<KeptAnswer> {
    const { db, snapshots } = this;
    const answer = await questionNamed(name).answer({ db, snapshots, now, visibility }, workspace, query);
    const { scope = null, ...rest } = answer as { scope?: Record<string, unknown> };
    return { scope: scope && movingWith(now, scope), rest: new TextEncoder().encode(JSON.stringify(rest).slice(1)) };
  }
}

/** A scope of now holds what moves with it as null: it is said anew each time. */
function movingWith(now: Date, scope: Record<string, unknown>): Record<string, unknown> {
  return scope.asOf === now.toISOString() ? { ...scope, asOf: null } : scope;
}

function bytesOf({ scope, rest }: KeptAnswer, now: Date): Uint8Array<ArrayBuffer> {
  const told = scope?.asOf === null ? { ...scope, asOf: now.toISOString(), ageMinutes: ageOf(scope.dataAsOf, now) } : scope;
  const start = new TextEncoder().encode(told ? `{"scope":${JSON.stringify(told)}${rest.byteLength > 1 ? ',' : ''}` : '{');
  const bytes = new Uint8Array(start.byteLength + rest.byteLength);
  bytes.set(start);
  bytes.set(rest, start.byteLength);
  return bytes;
}

function ageOf(readThrough: unknown, now: Date): number | null {
  return typeof readThrough === 'string' ? Math.max(0, (now.getTime() - Date.parse(readThrough)) / 60_000) : null;
}
