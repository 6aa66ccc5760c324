import { z } from 'zod';
import { type MappedStreams, streamsMapping } from './mapping/mapped-streams.js';
import type { Page, Position, ReadRecord, Stream } from './source.js';
import { TAP_NAME, tapCommand } from './tap-command.js';
import { tapLines } from './tap-process.js';
import { type Told, toldPages } from './told-page.js';

/** Settings of a source that reads the messages of a tap. They name a tap; its command is said where the server is started. */
export const tapSettings = z.strictObject({
  tap: z
    .string()
    .regex(TAP_NAME, 'is lower-case letters, digits and hyphens')
    .describe('Name of the tap; its command is BATON_TAP_<NAME> of the server'),
  pageRows: z.number().int().min(1).max(10_000).default(1000).describe('Records of one page'),
  mapping: streamsMapping,
});

export type TapSettings = z.output<typeof tapSettings>;

/** What the messages of one protocol mean, in the order in which they come. */
export interface Messages {
  read(line: string): Iterable<Told>;
  /** Messages that meant nothing, by what was odd about them. */
  odd: ReadonlyMap<string, number>;
  /** When the tap took the last record out of its system; null when it did not say. */
  extractedAt: Date | null;
  /** Throws a SourceError when the tap said itself that it failed. */
  end(): void;
}

interface Declared {
  name: string;
  settings: TapSettings;
  streams: MappedStreams;
  now: () => Date;
  /** New for each pass; `from` is the position of an earlier one. */
  messages(from: Position | null): Messages;
}

/** All messages of a tap as one stream: a tap mixes its streams, and its state speaks of all of them. */
export class MessageStream implements Stream {
  readonly name: string;
  private known = new Date(0);

  constructor(private readonly declared: Declared) {
    this.name = declared.name;
  }

  async *pages(from: Position | null, signal: AbortSignal): AsyncGenerator<Page> {
    const { settings, now } = this.declared;
    const command = tapCommand(settings.tap, process.env);
    const messages = this.declared.messages(from);
    const began = now();
    const state = typeof from?.state === 'string' ? from.state : null;
    yield* toldPages(told(messages, tapLines({ command, state, signal })), settings.pageRows);
    this.known = messages.extractedAt && messages.extractedAt < began ? messages.extractedAt : began;
    warn(this.name, messages);
  }

  async knownUntil(): Promise<Date> {
    return this.known;
  }

  idOf(payload: unknown): string | null {
    return this.declared.streams.idOf(payload);
  }

  read(payload: unknown): ReadRecord {
    return this.declared.streams.read(payload);
  }
}

async function* told(messages: Messages, lines: AsyncIterable<string>): AsyncGenerator<Told> {
  for await (const line of lines) if (line.trim() !== '') yield* messages.read(line);
  messages.end();
}

/** Odd messages are no fault: taps print what they like. */
function warn(name: string, { odd }: Messages): void {
  if (odd.size === 0) return;
  const counts = [...odd].map(([what, count]) => `${count} ${what}`);
  process.emitWarning(`${name} left out ${counts.join('; ')}.`, 'TapWarning');
}
