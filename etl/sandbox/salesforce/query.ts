import type { Answer, Request } from '../stand-in/fault.js';
import { refusal } from './error.js';
import type { OrgObjects } from './sobject.js';
import { type Result, runSoql } from './soql-run.js';
import { restRecord } from './wire.js';

interface Place {
  locator: string;
  from: number;
  version: string;
  size: number;
}

/** Answers questions page by page; a locator names the rest of one. */
export class Queries {
  private readonly open = new Map<string, Result>();
  private opened = 0;

  constructor(
    private readonly org: OrgObjects,
    private readonly pageSize: number,
  ) {}

  ask(request: Request, { all, version }: { all: boolean; version: string }): Answer {
    const soql = request.query.get('q');
    if (soql === null) return refusal(400, 'MALFORMED_QUERY', 'A query string has to be specified');
    const result = runSoql(this.org, soql, { all });
    if (result.columns === null) return { status: 200, body: { totalSize: result.rows.length, done: true, records: [] } };
    this.opened += 1;
    const locator = `0r8${String(this.opened).padStart(12, '0')}AAA`;
    if (result.rows.length > this.sizeOf(request)) this.open.set(locator, result);
    return this.page(result, { locator, from: 0, version, size: this.sizeOf(request) });
  }

  /** 'aLocator-2000': what follows after so many records, deleted ones too if the first page had them. */
  more(cursor: string, request: Request, version: string): Answer {
    const [, locator = '', from] = /^(\w+)-(\d+)$/.exec(cursor) ?? [];
    const result = this.open.get(locator);
    if (result === undefined || from === undefined) return refusal(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    return this.page(result, { locator, from: Number(from), version, size: this.sizeOf(request) });
  }

  forgetLocators(): void {
    this.open.clear();
  }

  /** A caller may ask for smaller pages, not for larger ones. */
  private sizeOf({ headers }: Request): number {
    const [, asked] = /batchSize=(\d+)/.exec(String(headers['sforce-query-options'] ?? '')) ?? [];
    return Math.min(this.pageSize, asked === undefined ? 2_000 : Math.min(2_000, Math.max(200, Number(asked))));
  }

  private page(result: Result, { locator, from, version, size }: Place): Answer {
    const { sobject, columns, rows } = result;
    const to = from + size;
    const records = rows.slice(from, to).map((row) => restRecord(sobject, columns ?? [], row, version));
    const done = to >= rows.length;
    if (done) this.open.delete(locator);
    // After queryAll too it says "query".
    const next = done ? {} : { nextRecordsUrl: `/services/data/${version}/query/${locator}-${to}` };
    return { status: 200, body: { totalSize: rows.length, done, ...next, records } };
  }
}
