import { MOST_ATTEMPTS } from './ledger.js';

/** What nodemailer adds to its errors. */
interface MailError extends Error {
  code?: string;
  responseCode?: number;
}

/** Whether it is worth trying again: the mail server was away, busy, or did not let us in. A refused mail stays refused. */
export function isWorthRepeating(error: unknown, attempts: number): boolean {
  if (attempts >= MOST_ATTEMPTS) return false;
  const { code, responseCode } = error as MailError;
  if (code === 'EAUTH') return true;
  return responseCode === undefined ? code !== 'EENVELOPE' : responseCode < 500;
}

/** One line for the ledger, cut to what a person reads. */
export function failureWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/\s+/g, ' ').trim().slice(0, 300);
}
