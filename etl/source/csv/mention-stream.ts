import { domainOf } from '../mapping/fact/domain.js';
import { Row } from '../mapping/row.js';
import type { Page, Position, ReadRecord, Stream } from '../source.js';
import { digest } from './csv-record.js';
import type { Mention, Mentioned } from './mention.js';
import type { OpenFile } from './open-file.js';

const PAGE_ROWS = 1000;

/** Accounts and people that deals name and no file of their own describes, once each: a deal must have a customer to be a handoff. */
export class MentionStream implements Stream {
  readonly name: string;
  private readonly mentioning: OpenFile[];
  private readonly describing: OpenFile[];

  constructor(
    private readonly mentioned: Mentioned,
    files: OpenFile[],
    private readonly exportedAt: Date | null,
  ) {
    this.name = mentioned.stream;
    this.mentioning = files.filter(({ mapped }) => mentioned.columnsIn(mapped).length > 0);
    this.describing = files.filter(({ mapped }) => mapped.what === mentioned.describedBy);
  }

  /** Whether any file names somebody at all. */
  get needed(): boolean {
    return this.mentioning.length > 0;
  }

  async *pages(from: Position | null, signal: AbortSignal): AsyncGenerator<Page> {
    const version = digest(await Promise.all([...this.mentioning, ...this.describing].map((file) => file.version())));
    const known = from?.version === version;
    if (known && from?.end) return;
    const mentions = [...(await this.mentions(signal)).values()];
    for (let start = known ? Number(from?.row) : 0; start < mentions.length; start += PAGE_ROWS) {
      const row = Math.min(start + PAGE_ROWS, mentions.length);
      yield { records: mentions.slice(start, row), position: { version, row, end: 0 }, expected: mentions.length };
    }
    yield { records: [], position: { version, row: mentions.length, end: 1 }, expected: mentions.length };
  }

  async knownUntil(): Promise<Date> {
    if (this.exportedAt) return this.exportedAt;
    const written = await Promise.all(this.mentioning.map((file) => file.writtenAt()));
    return new Date(Math.min(...written.map(Number)));
  }

  idOf(payload: unknown): string | null {
    return isMention(payload) ? payload.key : null;
  }

  read(payload: unknown): ReadRecord {
    if (!isMention(payload)) throw new Error(`${this.name}: a record that no CSV file gave`);
    const { table, row } = this.mentioned;
    const rows = [{ table, rows: [{ externalId: payload.key, ...row(payload) }] }];
    return { externalId: payload.key, changedAt: null, deletedAt: null, url: null, rows };
  }

  private async mentions(signal: AbortSignal): Promise<Map<string, Mention>> {
    const described = await this.described(signal);
    const found = new Map<string, Mention>();
    for (const file of this.mentioning) {
      for await (const { record } of file.records(signal)) {
        for (const mention of this.mentionsOf(new Row(record.cells, file.reading), file)) {
          if (!described.has(mention.key)) found.set(mention.key, merged(found.get(mention.key), mention));
        }
      }
    }
    return found;
  }

  private mentionsOf(row: Row, { mapped }: OpenFile): Mention[] {
    return this.mentioned.columnsIn(mapped).flatMap(({ id, name, domain }) => {
      const key = row.text(id);
      return key === null ? [] : [{ key, name: row.text(name), domain: domainOf(row.text(domain)) }];
    });
  }

  private async described(signal: AbortSignal): Promise<Set<string>> {
    const keys = new Set<string>();
    for (const file of this.describing) {
      for await (const { record } of file.records(signal)) keys.add(record.key);
    }
    return keys;
  }
}

/** The first row that says a name or domain is believed. */
const merged = (earlier: Mention | undefined, later: Mention): Mention =>
  earlier ? { ...earlier, name: earlier.name ?? later.name, domain: earlier.domain ?? later.domain } : later;

function isMention(payload: unknown): payload is Mention {
  return typeof payload === 'object' && payload !== null && 'key' in payload && 'name' in payload;
}
