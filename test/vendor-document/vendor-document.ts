import type { ErrorObject } from 'ajv';

/** What the vendor has published of its API, and where its stand-in is knowingly otherwise. */
export interface VendorDocument {
  /** As it stands in `source.kind`. */
  kind: string;
  files: DocumentFile[];
  /** The path as the document has it, where the vendor has renamed it since: dated versions, a suffix. */
  documentedPath?(path: string): string;
  /** First match wins. A reason names what shows that the vendor really is so: a recording, a newer page. */
  known: Known[];
}

export interface DocumentFile {
  /** In the folder that BATON_VENDOR_SPECS names. */
  file: string;
  /** What stands before the document's paths at the vendor: '/api/2.0'. Absent when nothing does. */
  under?: string;
  /** A list of requests without any schema, as Postman keeps it, instead of OpenAPI. */
  postman?: true;
}

export interface Known {
  reason: string;
  matches(deviation: Deviation): boolean;
}

/** One way in which an exchange is not as documented. */
export interface Deviation {
  what: 'unknown path' | 'unknown parameter' | 'parameter' | 'request body' | 'unknown status' | 'answer';
  method: string;
  path: string;
  status: number;
  /** The parameter's name, or the place in a body: '/data/0/name'. */
  at: string;
  message: string;
  /** Of a body or parameter that its schema refuses. */
  error: ErrorObject | null;
}
