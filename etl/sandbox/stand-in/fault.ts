/** What a stand-in was asked. */
export interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  /** Parsed JSON, or null without a body. Throws nothing: what is no JSON arrives as its text. */
  body: unknown;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** A string is sent as it is (HTML, broken JSON); anything else as JSON; undefined sends nothing. */
  body?: unknown;
}

/** How a request may go wrong: another answer, a connection cut before or in the middle of it, or a wait before the usual one. */
export type Fault =
  | ({ kind: 'answer' } & Answer)
  | { kind: 'reset' }
  | { kind: 'truncate'; afterBytes: number }
  | { kind: 'wait'; milliseconds: number };
