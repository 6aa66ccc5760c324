import type { Answer } from '../stand-in/fault.js';

const refusal = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { errorMessages: [message], errors: {} },
});

export const badRequest = (message: string): Answer => refusal(400, message);
export const notFound = (): Answer => refusal(404, 'The requested resource does not exist.');
export const unauthorized = (): Answer => ({
  status: 401,
  headers: { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' },
  body: { code: 401, message: 'Unauthorized; scope does not match' },
});
export const unbounded = (): Answer =>
  refusal(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
export const badToken = (): Answer => refusal(400, 'The provided next page token is invalid or expired.');
export const unreadable = (clause: string): Answer => refusal(400, `Error in the JQL Query: '${clause}' is not understood.`);

export const tooMany = (waitSeconds: number): Answer =>
  refusal(429, 'Rate limit exceeded.', { 'retry-after': String(Math.ceil(waitSeconds) || 1), 'ratelimit-reason': 'jira-burst-based' });
