import { lengthOfTime } from './format.js';

/** How long to wait after too many attempts, rounded up to minutes; null for any other refusal. */
export function waitWords({ status, waitSeconds }: { status?: number; waitSeconds?: number | null }): string | null {
  if (status !== 429) return null;
  if (!waitSeconds) return 'Too many attempts. Wait a moment, then try again.';
  return `Too many attempts. Try again in ${lengthOfTime(Math.max(1, Math.ceil(waitSeconds / 60)))}.`;
}
