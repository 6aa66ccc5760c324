import { z } from 'zod';
import type { Position } from '../source.js';
import { SourceError } from '../source-error.js';

const descriptor = z.object({ name: z.string(), namespace: z.string().nullish() });
const streamState = z.looseObject({ stream_descriptor: descriptor });

export const stateMessage = z.object({
  state: z.looseObject({
    type: z.enum(['STREAM', 'GLOBAL', 'LEGACY']).nullish(),
    stream: streamState.nullish(),
    global: z.looseObject({ stream_states: z.array(streamState).nullish() }).nullish(),
    data: z.unknown().optional(),
    sourceStats: z.object({ recordCount: z.number().nullish() }).nullish(),
  }),
});

export type State = z.infer<typeof stateMessage>['state'];
type Descriptor = z.infer<typeof descriptor>;

/**
 * The states of a connector as it wants them back: the last of each stream, or the last global or legacy one.
 * Counts records between states, since a connector says how many it sent.
 */
export class AirbyteStates {
  private byStream = new Map<string, unknown>();
  private readonly counts = new Map<string, number>();

  constructor(from: Position | null) {
    const kept: unknown = typeof from?.state === 'string' ? JSON.parse(from.state) : [];
    for (const state of Array.isArray(kept) ? kept : []) if (state.stream) this.byStream.set(nameOf(state.stream.stream_descriptor), state);
  }

  count(stream: string, namespace: string | null): void {
    const name = nameOf({ name: stream, namespace });
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Throws a SourceError when fewer or more records came than the connector sent: the state is then not to be believed. */
  take(state: State): Position {
    const { sourceStats: _, ...kept } = state;
    const type = state.type ?? 'LEGACY';
    this.compare(state, type === 'STREAM' && state.stream ? nameOf(state.stream.stream_descriptor) : null);
    if (type === 'LEGACY') return { state: JSON.stringify(state.data ?? null) };
    if (type === 'GLOBAL') return { state: JSON.stringify([kept]) };
    if (!state.stream) throw new SourceError('vendor', 'A STATE message of the type STREAM names no stream.');
    this.byStream.set(nameOf(state.stream.stream_descriptor), kept);
    return { state: JSON.stringify([...this.byStream.values()]) };
  }

  /** `name` null: all streams together. */
  private compare({ sourceStats }: State, name: string | null): void {
    const came = name === null ? [...this.counts.values()].reduce((sum, count) => sum + count, 0) : (this.counts.get(name) ?? 0);
    if (name === null) this.counts.clear();
    else this.counts.delete(name);
    const sent = sourceStats?.recordCount;
    if (sent !== null && sent !== undefined && sent !== came)
      throw new SourceError(
        'vendor',
        `The connector says that it sent ${sent} records${name === null ? '' : ` of ${name}`} before its state, and ${came} came.`,
      );
  }
}

const nameOf = ({ name, namespace }: Descriptor) => (namespace ? `${namespace}.${name}` : name);
