import type { Answer } from '../stand-in/fault.js';

const refusal = (status: number, error: string, more: Record<string, unknown> = {}): Answer => ({
  status,
  body: { success: false, error, error_info: 'Please check developers.pipedrive.com', ...more },
});

export const unauthorized = (): Answer => refusal(401, 'unauthorized access', { errorCode: 401 });
export const notFound = (): Answer => refusal(404, 'Unknown method .');
export const invalid = (message: string): Answer => refusal(400, message, { code: 'ERR_SCHEMA_VALIDATION_FAILED' });
export const forbidden = (): Answer => refusal(403, 'Scope and URL mismatch');
export const tooMany = (): Answer => refusal(429, 'request over limit');
