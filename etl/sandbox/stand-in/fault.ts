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
  /** A string (HTML, CSV, broken JSON) and bytes are sent as they are; anything else as JSON; undefined sends nothing. */
  body?: unknown;
}

/** How a request may go wrong: another answer than the usual one, a changed one, or a connection that fails around it. */
export type Fault =
  | ({ kind: 'answer' } & Answer)
  /** The usual answer, changed. */
  | { kind: 'change'; change: (usual: Answer) => Answer }
  /** Cut before the answer. */
  | { kind: 'reset' }
  /** Cut in the middle of the body. */
  | { kind: 'truncate'; afterBytes: number }
  /** A wait before the usual answer. */
  | { kind: 'wait'; milliseconds: number }
  /** Nothing more after so many bytes of the body; null means not even a status. The connection stays open. */
  | { kind: 'stall'; afterBytes: number | null }
  /** The usual body byte by byte, one per so many milliseconds. */
  | { kind: 'drip'; milliseconds: number };
