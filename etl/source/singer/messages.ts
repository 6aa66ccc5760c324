import { z } from 'zod';
import { IdSet } from '../id-set.js';
import type { MappedStreams } from '../mapping/mapped-streams.js';
import { messageOf } from '../message-json.js';
import type { Position } from '../source.js';
import type { Told } from '../told-page.js';

// https://github.com/singer-io/getting-started/blob/master/docs/SPEC.md
const row = z.record(z.string(), z.unknown());
const schemaMessage = z.object({ stream: z.string(), schema: row, key_properties: z.array(z.string()).nullish() });
const recordMessage = z.object({
  stream: z.string(),
  record: row,
  version: z.number().nullish(),
  time_extracted: z.string().nullish(),
});
const stateMessage = z.object({ value: z.unknown().optional() });
const versionMessage = z.object({ stream: z.string(), version: z.number() });

/** What a tap has said so far, and what its next message means. A tap states no order of types of messages but that a state follows its records. */
export class SingerMessages {
  private readonly keys = new Map<string, string[]>();
  /** Ids that came of a version that began in this run, by stream. */
  private readonly coming = new Map<string, { version: number; ids: IdSet }>();
  /** By stream, the version of the rows that are stored. */
  private readonly versions: Record<string, number>;
  /** Messages that meant nothing, by what was odd about them. */
  readonly odd = new Map<string, number>();
  /** The greatest `time_extracted`; null while none said any. */
  extractedAt: Date | null = null;

  constructor(
    private readonly streams: MappedStreams,
    from: Position | null,
  ) {
    this.versions = from?.versions ? JSON.parse(String(from.versions)) : {};
  }

  *read(line: string): Generator<Told> {
    const told = messageOf(line);
    if (told === null) return this.note('lines that are no JSON object');
    const { type, message } = told;
    if (type === 'RECORD') return yield* this.record(message);
    if (type === 'STATE') return yield this.state(stateMessage.parse(message).value);
    if (type === 'SCHEMA') return this.schema(message);
    if (type === 'ACTIVATE_VERSION') return yield* this.activate(message);
    this.note(`messages of the type ${type.slice(0, 40) || '(none)'}`);
  }

  /** A tap that fails says so by its exit code. */
  end(): void {}

  private schema(message: object): void {
    const told = schemaMessage.safeParse(message);
    if (told.success) this.keys.set(told.data.stream, told.data.key_properties ?? []);
    else this.note('SCHEMA messages that are not as specified');
  }

  private *record(message: object): Generator<Told> {
    const told = recordMessage.safeParse(message);
    if (!told.success) return this.note('RECORD messages that are not as specified');
    const { stream, record, version, time_extracted: extracted } = told.data;
    if (!this.streams.has(stream)) return this.note(`records of the stream ${stream}, which is not mapped`);
    this.seeTime(extracted);
    for (const { id, record: kept, gone } of this.streams.place(stream, record, this.keys.get(stream) ?? [])) {
      if (kept) this.remember(stream, version ?? null, id);
      if (kept) yield { what: 'record', id, record: kept };
      if (gone) yield { what: 'gone', gone };
    }
  }

  private state(value: unknown): Told {
    const versions = {
      ...this.versions,
      ...Object.fromEntries([...this.coming].map(([stream, { version }]) => [`${COMING}${stream}`, version])),
    };
    return { what: 'state', position: { state: JSON.stringify(value ?? null), versions: JSON.stringify(versions) } };
  }

  /** Rows of a version that began in an earlier run cannot be told from older ones: what is missing of it is marked with the next version. */
  private remember(stream: string, version: number | null, id: string): void {
    if (version === null || this.versions[stream] === version || this.versions[COMING + stream] === version) return;
    const coming = this.coming.get(stream);
    const current = coming?.version === version ? coming : { version, ids: new IdSet() };
    this.coming.set(stream, current);
    current.ids.add(id);
  }

  private *activate(message: object): Generator<Told> {
    const told = versionMessage.safeParse(message);
    if (!told.success) return this.note('ACTIVATE_VERSION messages that are not as specified');
    const { stream, version } = told.data;
    if (!this.streams.has(stream) || this.versions[stream] === version) return;
    const begunEarlier = this.versions[COMING + stream] === version;
    const coming = this.coming.get(stream);
    const ids = coming?.version === version ? coming.ids : new IdSet();
    this.versions[stream] = version;
    delete this.versions[COMING + stream];
    this.coming.delete(stream);
    if (begunEarlier) return;
    for (const prefix of this.streams.prefixes(stream)) yield { what: 'only', only: { prefix, has: (id) => ids.has(id) } };
  }

  private seeTime(text: string | null | undefined): void {
    const at = new Date(text ?? Number.NaN);
    if (at > (this.extractedAt ?? new Date(0))) this.extractedAt = at;
  }

  private note(what: string): void {
    this.odd.set(what, (this.odd.get(what) ?? 0) + 1);
  }
}

/** Before the name of a stream whose version has begun and was not activated yet. */
const COMING = 'coming ';
