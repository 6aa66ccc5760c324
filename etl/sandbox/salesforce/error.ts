import type { Answer } from '../stand-in/fault.js';

/** Always a list, whatever went wrong; only OAuth answers otherwise. */
export const refusal = (status: number, errorCode: string, message: string): Answer => ({ status, body: [{ message, errorCode }] });

/** What a SOQL question is refused for. */
export class Refused extends Error {
  constructor(
    readonly errorCode: string,
    message: string,
  ) {
    super(message);
  }
}

export const expired = (): Answer => refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
export const notFound = (): Answer => refusal(404, 'NOT_FOUND', 'The requested resource does not exist');
export const overDaily = (): Answer => refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
export const badMethod = (): Answer => refusal(405, 'METHOD_NOT_ALLOWED', 'HTTP Method not allowed.');
export const uriTooLong = (): Answer => ({
  status: 414,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>URI Too Long</body></html>',
});
