import type { Answer } from '../stand-in/fault.js';

const HELP =
  'For more information on API status codes and how to handle them, read the docs on errors: https://developers.asana.com/docs/errors';

const refusal = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { errors: [{ message, help: HELP }] },
});

export const badRequest = (message: string): Answer => refusal(400, message);
export const notFound = (what: string): Answer => refusal(404, `${what}: Not a recognized ID`);
export const noMatchingRoute = (): Answer => refusal(404, 'No matching route for request');
export const unauthorized = (): Answer => refusal(401, 'Not Authorized');
export const tooLarge = (): Answer =>
  badRequest('The result is too large. You should use pagination (may require specifying a workspace)!');
export const badOffset = (): Answer => badRequest('offset: Your pagination token has expired or is invalid.');
export const tooMany = (waitSeconds: number): Answer =>
  refusal(429, 'You have made too many requests recently. Please, be chill.', { 'retry-after': String(Math.ceil(waitSeconds) || 1) });

export const staleSync = (sync: string): Answer => ({
  status: 412,
  body: {
    errors: [{ message: 'Sync token invalid or too old. Fetch the full dataset and use the new sync token for the next sync.' }],
    sync,
  },
});
