import { z } from 'zod';
import type { MappedStreams } from '../mapping/mapped-streams.js';
import { messageOf } from '../message-json.js';
import { withoutSecrets } from '../secret-words.js';
import type { Position } from '../source.js';
import { SourceError } from '../source-error.js';
import type { Told } from '../told-page.js';
import { AirbyteStates, stateMessage } from './states.js';

// https://github.com/airbytehq/airbyte-protocol/blob/main/protocol-models/src/main/resources/airbyte_protocol/v0/airbyte_protocol.yaml
const recordMessage = z.object({
  record: z.object({
    stream: z.string(),
    namespace: z.string().nullish(),
    data: z.record(z.string(), z.unknown()),
    emitted_at: z.number().nullish(),
  }),
});
const descriptor = z.object({ name: z.string(), namespace: z.string().nullish() });
const traceMessage = z.object({
  trace: z.object({
    type: z.string(),
    error: z
      .object({ message: z.string().nullish(), internal_message: z.string().nullish(), failure_type: z.string().nullish() })
      .nullish(),
    stream_status: z.object({ stream_descriptor: descriptor, status: z.string() }).nullish(),
  }),
});

/** Known types that say nothing to us. */
const SILENT = new Set(['LOG', 'CONTROL', 'SPEC', 'CATALOG', 'CONNECTION_STATUS']);

/** What a connector has said so far, and what its next message means. */
export class AirbyteMessages {
  readonly odd = new Map<string, number>();
  /** The greatest `emitted_at`; null while none said any. */
  extractedAt: Date | null = null;
  private readonly states: AirbyteStates;
  /** Streams that said themselves that they did not come to their end. */
  private readonly incomplete = new Set<string>();

  constructor(
    private readonly streams: MappedStreams,
    from: Position | null,
  ) {
    this.states = new AirbyteStates(from);
  }

  *read(line: string): Generator<Told> {
    const told = messageOf(line);
    if (told === null) return this.note('lines that are no JSON object');
    const { type, message } = told;
    if (type === 'RECORD') return yield* this.record(message);
    if (type === 'STATE') return yield this.state(message);
    if (type === 'TRACE') return this.trace(message);
    if (!SILENT.has(type)) this.note(`messages of the type ${type.slice(0, 40) || '(none)'}`);
  }

  end(): void {
    if (this.incomplete.size === 0) return;
    throw new SourceError(
      'vendor',
      `The connector did not read to the end: ${[...this.incomplete].join(', ')}. The next run goes on from its last state.`,
    );
  }

  private *record(message: object): Generator<Told> {
    const told = recordMessage.safeParse(message);
    if (!told.success) return this.note('RECORD messages that are not as specified');
    const { stream, namespace, data, emitted_at: emittedAt } = told.data.record;
    this.states.count(stream, namespace ?? null);
    if (emittedAt) this.extractedAt = new Date(Math.max(emittedAt, this.extractedAt?.getTime() ?? 0));
    const name = [namespace ? `${namespace}.${stream}` : stream, stream].find((one) => this.streams.has(one));
    if (name === undefined) return this.note(`records of the stream ${stream}, which is not mapped`);
    for (const { id, record, gone } of this.streams.place(name, data, [])) {
      if (record) yield { what: 'record', id, record };
      if (gone) yield { what: 'gone', gone };
    }
  }

  private state(message: object): Told {
    const told = stateMessage.safeParse(message);
    if (!told.success) throw new SourceError('vendor', `A STATE message is not as specified: ${told.error.issues[0]?.path.join('.')}.`);
    return { what: 'state', position: this.states.take(told.data.state) };
  }

  private trace(message: object): void {
    const told = traceMessage.safeParse(message);
    const { type, error, stream_status: status } = told.success ? told.data.trace : { type: 'none' };
    if (!told.success) this.note('TRACE messages that are not as specified');
    if (type === 'ERROR') throw failure(error ?? {});
    if (status?.status === 'INCOMPLETE') this.incomplete.add(status.stream_descriptor.name);
    if (status?.status === 'COMPLETE') this.incomplete.delete(status.stream_descriptor.name);
  }

  private note(what: string): void {
    this.odd.set(what, (this.odd.get(what) ?? 0) + 1);
  }
}

/** A configuration is mended by a person, all else perhaps by time. */
function failure(error: {
  message?: string | null | undefined;
  internal_message?: string | null | undefined;
  failure_type?: string | null | undefined;
}): SourceError {
  const words = withoutSecrets(error.message ?? error.internal_message ?? 'no reason').slice(0, 500);
  return error.failure_type === 'config_error'
    ? new SourceError('credentials', `The connector cannot work as it is configured: ${words}`)
    : new SourceError('vendor', `The connector failed: ${words}`);
}
