export type SourceErrorKind = 'credentials' | 'scope' | 'rate' | 'schema' | 'network' | 'vendor';

export interface SourceErrorOptions extends ErrorOptions {
  /** The status of the HTTP answer that was refused. */
  status?: number;
}

/** Another system refused, failed or lied. The message names the system and the next step; it never holds a secret. */
export class SourceError extends Error {
  /** Null when there was no HTTP answer. */
  readonly status: number | null;

  constructor(
    readonly kind: SourceErrorKind,
    message: string,
    options?: SourceErrorOptions,
  ) {
    super(message, options);
    this.name = 'SourceError';
    this.status = options?.status ?? null;
  }

  /** A fault only a person can mend: the schedule stops and says so. */
  get lasting(): boolean {
    return this.kind === 'credentials' || this.kind === 'scope';
  }
}
