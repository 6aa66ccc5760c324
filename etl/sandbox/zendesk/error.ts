import type { Answer } from '../stand-in/fault.js';

const refusal = (status: number, error: string, description: string): Answer => ({ status, body: { error, description } });

export const notFound = (): Answer => refusal(404, 'InvalidEndpoint', 'Not found');
export const tooRecent = (): Answer => refusal(400, 'StartTimeTooRecent', 'Too recent start_time. Use a start_time older than 60 seconds');
export const invalidValue = (description: string): Answer => refusal(400, 'InvalidValue', description);
export const badCursor = (): Answer => refusal(400, 'InvalidPaginationParameter', 'Invalid parameter: cursor');
export const unauthenticated = (): Answer => ({ status: 401, body: { error: "Couldn't authenticate you" } });
export const invalidToken = (): Answer => ({
  status: 401,
  body: {
    error: 'invalid_token',
    error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
  },
});
export const invalidClient = (): Answer => ({
  status: 401,
  body: {
    error: 'invalid_client',
    error_description: 'Client authentication failed due to unknown client, or unsupported authentication method.',
  },
});

export const invalidGrant = (): Answer => ({
  status: 400,
  body: { error: 'invalid_grant', error_description: 'The provided authorization grant is invalid, expired or revoked.' },
});
export const forbidden = (): Answer => ({
  status: 403,
  body: {
    error: {
      title: 'Forbidden',
      message: 'You do not have access to this page. Please contact the account owner of this help desk for further help.',
    },
  },
});

/** The wait is told as a decimal now and then. */
export function tooMany(what: string, waitSeconds: number): Answer {
  const seconds = waitSeconds < 1 ? waitSeconds.toFixed(3) : String(Math.ceil(waitSeconds));
  const answer = refusal(429, 'TooManyRequests', `Number of allowed ${what} requests per minute exceeded`);
  return { ...answer, headers: { 'retry-after': seconds } };
}
