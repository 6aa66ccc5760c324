import type { SessionData } from 'express-session';

export const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** A session ends this long after sign-in, however much it is used. */
export const SESSION_DAYS = 30;

/** Between the password and the second factor. */
export const PENDING_MINUTES = 10;

/** Milliseconds. */
export interface SessionLimits {
  /** After sign-in. */
  absolute: number;
  /** After it was last seen, give or take a minute. */
  idle: number;
}

export const sessionLimits = (idleDays: number): SessionLimits => ({ absolute: SESSION_DAYS * DAY, idle: idleDays * DAY });

/** When a session is over, however much it is used. */
export function endOf({ pending, signedInAt }: SessionData, { absolute }: SessionLimits, now: Date): Date {
  if (pending) return new Date(pending.at + PENDING_MINUTES * MINUTE);
  // A moment more, so that at the very end it still holds.
  return new Date((signedInAt ?? now.getTime()) + absolute + 1);
}
