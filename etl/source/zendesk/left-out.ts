import { SourceError } from '../source-error.js';

/** What an account without a product answers: it is not permitted, or not there. */
export const WITHOUT_PRODUCT = [403, 404];

/** Remembers why the last pass over a stream found nothing to read. */
export class LeftOut {
  reason: string | null = null;

  /** The answer, or null when the account does not have what was asked for; `reason` then says so. Throws everything else. */
  async unless<T>(asked: Promise<T>, reason: (status: number) => string): Promise<T | null> {
    try {
      const answer = await asked;
      this.reason = null;
      return answer;
    } catch (error) {
      const status = error instanceof SourceError ? error.status : null;
      if (status === null || !WITHOUT_PRODUCT.includes(status)) throw error;
      this.reason = reason(status);
      return null;
    }
  }
}
