import type { Answer } from '../stand-in/fault.js';

/** https://docs.stripe.com/api/errors */
function refusal(status: number, error: Record<string, unknown>): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: { error: { type: 'invalid_request_error', ...error } } };
}

export const invalid = (message: string, more: Record<string, unknown> = {}): Answer => refusal(400, { message, ...more });

export const unauthorized = (): Answer => refusal(401, { message: 'Invalid API Key provided: rk_test_*********************gone' });

export const notFound = (kind: string, id: string): Answer =>
  refusal(404, { code: 'resource_missing', message: `No such ${kind}: '${id}'`, param: 'id' });

export const unknownPath = (method: string, path: string): Answer =>
  refusal(404, { message: `Unrecognized request URL (${method}: ${path}).` });

export const notPermitted = (permission: string): Answer =>
  refusal(403, {
    message: `The provided key 'rk_test_*********************good' does not have the required permissions for this endpoint on account 'acct_sample'. Having the '${permission}' permission would allow this request to continue.`,
  });

export const tooMany = (): Answer => ({
  ...refusal(429, { code: 'rate_limit', message: 'Request rate limit exceeded.' }),
  headers: { 'content-type': 'application/json', 'stripe-should-retry': 'true', 'stripe-rate-limited-reason': 'global-rate' },
});
