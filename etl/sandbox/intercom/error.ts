import { randomUUID } from 'node:crypto';
import type { Answer } from '../stand-in/fault.js';

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { type: 'error.list', request_id: randomUUID(), errors: [{ code, message }] },
});

export const unauthorized = (): Answer => refusal(401, 'unauthorized', 'Access Token Invalid');
export const forbidden = (): Answer => refusal(403, 'forbidden', 'This token has not been granted the permission needed for the request');
export const notFound = (what: string): Answer => refusal(404, 'not_found', `${what} Not Found`);
export const invalid = (message: string): Answer => refusal(400, 'parameter_invalid', message);
export const badVersion = (): Answer => refusal(400, 'intercom_version_invalid', 'The requested version could not be found');
export const scrollExists = (): Answer => refusal(400, 'scroll_exists', 'scroll already exists for this workspace');
export const tooMany = (): Answer => refusal(429, 'rate_limit_exceeded', 'Exceeded rate limit');
export const scrollBroke = (): Answer =>
  refusal(500, 'server_error', 'Request failed due to an internal network error. Please restart the scroll operation.');
