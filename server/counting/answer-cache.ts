/** What is given again without being counted again, as JSON in two parts. */
export interface KeptAnswer {
  /** The question as it was understood; null when the answer has none. */
  scope: Record<string, unknown> | null;
  /** UTF-8 of the rest, from behind its opening brace. */
  rest: Uint8Array;
}

/** Bytes that all answers together may take. */
const LIMIT = 64 * 1024 * 1024;

/** Answers by all they depend on. The longest unasked go first; one that would push out most others is not kept. */
export class AnswerCache {
  private readonly kept = new Map<string, KeptAnswer>();
  private bytes = 0;

  constructor(private readonly limit = LIMIT) {}

  get(key: string): KeptAnswer | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found;
  }

  set(key: string, answer: KeptAnswer): void {
    this.forget(key);
    if (answer.rest.byteLength > this.limit / 8) return;
    this.kept.set(key, answer);
    this.bytes += answer.rest.byteLength;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.limit) break;
      this.forget(oldest);
    }
  }

  /** What depends on anything that begins like that. */
  forgetAll(beginning: string): void {
    for (const key of [...this.kept.keys()]) if (key.startsWith(beginning)) this.forget(key);
  }

  private forget(key: string): void {
    this.bytes -= this.kept.get(key)?.rest.byteLength ?? 0;
    this.kept.delete(key);
  }
}
