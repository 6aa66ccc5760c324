import type { MessagePort } from 'node:worker_threads';
import type { DataSource } from 'typeorm';
import { within } from '../../etl/warehouse/index.js';
import { observedAhead } from '../kpi/observed-ahead.js';
import type { Ground } from '../kpi/question.js';
import { bytesOf, keptOf } from './answer-bytes.js';
import { AnswerCache, type KeptAnswer } from './answer-cache.js';
import type { NamedQuestion, Told } from './asked.js';
import { isEarlier, type Timed } from './current-reading.js';
import { Favourites } from './favourites.js';
import { hasEnd, keyOf } from './key-of.js';
import { questionNamed } from './questions.js';
import { Readings } from './readings.js';
import { Yielding } from './yielding.js';

const MINUTE = 60_000;

/** Answers questions by name, on whatever thread it is made. */
export class Answers {
  private readonly readings: Readings;
  private cache = new AnswerCache();
  private favourites = new Favourites();
  private readonly coming = new Map<string, Promise<KeptAnswer>>();
  private readonly yielding = new Yielding();

  /** `freshWithin`: seconds for which all questions of a workspace are answered from one reading, while only syncs move it; 0 for none. */
  constructor(
    private readonly db: DataSource,
    private readonly freshWithin = 0,
  ) {
    this.readings = new Readings(db, {
      freshWithin,
      prepare: (workspaceId, next, over) => this.countAhead(workspaceId, next, over),
      gone: (workspaceId) => this.forgetOf(workspaceId),
    });
  }

  /** Each in the workspace it is about, whoever asks and on whatever thread. */
  of(question: NamedQuestion): Promise<Told> {
    return within(question.workspace.id, () => this.answer(question));
  }

  forget(): void {
    this.readings.forget();
    this.cache = new AnswerCache();
    this.favourites = new Favourites();
  }

  /** Others, at the other end, answer from what this one answers from, which `ready` comes before. */
  lendTo(port: MessagePort, ready: () => Promise<unknown> = async () => {}): void {
    this.readings.lendTo(port, ready);
  }

  /** From now on it answers from what those at the other end answer from. */
  borrowFrom(port: MessagePort): void {
    this.readings.borrowFrom(port);
  }

  /** Forgets workspaces that another process has deleted. */
  forgetEnded(): Promise<void> {
    return this.readings.forgetEnded();
  }

  /** Does so each minute. Answers how that is ended. */
  forgetEndedAtTimes(): () => void {
    // A database that is away is asked again a minute later.
    const timer = setInterval(() => void this.forgetEnded().catch(() => {}), MINUTE);
    timer.unref();
    return () => clearInterval(timer);
  }

  private async answer(question: NamedQuestion): Promise<Told> {
    const reading = await this.readings.of(question);
    const { kept, ahead } = questionNamed(question.name);
    if (this.freshWithin > 0 && (kept || ahead)) this.favourites.note(question);
    const told = await this.yielding.first(() => this.told(reading, this.seen(reading, question)));
    return { ...told, earlier: isEarlier(reading, question, this.freshWithin * 1000) };
  }

  private async told(reading: Timed, question: NamedQuestion): Promise<Omit<Told, 'earlier'>> {
    const movesOn = this.freshWithin === 0 && !hasEnd(reading, question);
    if (movesOn || !questionNamed(question.name).kept)
      return { bytes: bytesOf(await this.count(reading, question), question.now), counted: true };
    const key = `${question.workspace.id} ${keyOf(reading, question)}`;
    const kept = this.cache.get(key) ?? this.coming.get(key);
    const answer = await (kept ?? this.countAndKeep(key, reading, question));
    return { bytes: bytesOf(answer, question.now), counted: kept === undefined };
  }

  /** Who asks the same meanwhile waits for this answer. */
  private countAndKeep(key: string, reading: Timed, question: NamedQuestion): Promise<KeptAnswer> {
    const { cache } = this;
    const counting = this.count(reading, question).finally(() => this.coming.delete(key));
    this.coming.set(key, counting);
    return counting.then((answer) => {
      cache.set(key, answer);
      return answer;
    });
  }

  private async count(reading: Timed, question: NamedQuestion): Promise<KeptAnswer> {
    const { name, workspace, query, now } = question;
    return keptOf(await questionNamed(name).answer(this.ground(reading, question), workspace, query), now);
  }

  private ground(reading: Timed, { now, visibility }: NamedQuestion): Ground {
    return { db: this.db, snapshots: { read: async () => reading }, now, visibility };
  }

  /** Where the data have no end before now, all that is answered from one reading is as of its moment. */
  private seen(reading: Timed, question: NamedQuestion): NamedQuestion {
    return this.freshWithin === 0 || hasEnd(reading, question) ? question : { ...question, now: reading.takenAt };
  }

  /** Counts what is asked again and again, in small steps behind all that somebody waits for. */
  private async countAhead(workspaceId: string, next: Timed, over: () => boolean): Promise<void> {
    const favourites = this.favourites.take(workspaceId).map((asked) => this.seen(next, { ...asked, now: next.takenAt }));
    for await (const _ of this.steps(next, favourites)) {
      await this.yielding.quiet();
      if (over()) return;
    }
  }

  private async *steps(next: Timed, favourites: readonly NamedQuestion[]): AsyncGenerator<void, void> {
    const [first] = favourites;
    yield;
    // What is slow looks at handoffs in ways of its own.
    if (first && !this.readings.areBorrowed) yield* observedAhead(this.ground(next, first), first.workspace);
    for (const question of favourites) {
      // Who asks it is told what is wrong with it.
      await this.told(next, question).catch(() => {});
      yield;
    }
  }

  private forgetOf(workspaceId: string): void {
    this.favourites.forget(workspaceId);
    this.cache.forgetAll(`${workspaceId} `);
  }
}
