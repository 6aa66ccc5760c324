export type SourceErrorKind = 'credentials' | 'scope' | 'rate' | 'schema' | 'network' | 'vendor';

/** Another system refused, failed or lied. The message names the system and the next step; it never holds a secret. */
export class SourceError extends Error {
  constructor(
    readonly kind: SourceErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SourceError';
  }

  /** A fault only a person can mend: the schedule stops and says so. */
  get lasting(): boolean {
    return this.kind === 'credentials' || this.kind === 'scope';
  }
}
