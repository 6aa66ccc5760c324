import { randomUUID } from 'node:crypto';
import type { Answer } from '../stand-in/fault.js';

const JSON_TYPE = { 'content-type': 'application/json;charset=utf-8' };

/** What HubSpot says when a request is wrong in itself. */
export function refusal(status: number, category: string, message: string): Answer {
  return { status, headers: JSON_TYPE, body: { status: 'error', message, correlationId: randomUUID(), category } };
}

export const invalid = (message: string): Answer => refusal(400, 'VALIDATION_ERROR', message);

export const unauthorized = (): Answer =>
  refusal(
    401,
    'INVALID_AUTHENTICATION',
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
  );

type Policy = 'SECONDLY' | 'TEN_SECONDLY_ROLLING' | 'DAILY';

/** Older than the other errors in shape: `errorType` instead of `category`, and no Retry-After of its own. */
export function tooMany(policyName: Policy): Answer {
  const message = `You have reached your ${policyName.toLowerCase()} limit.`;
  return { status: 429, body: { status: 'error', message, errorType: 'RATE_LIMIT', correlationId: randomUUID(), policyName } };
}

/** HubSpot answers a path or id it does not know as a page, not as JSON. */
export const notFound = (): Answer => ({
  status: 404,
  headers: { 'x-hubspot-notfound': 'true' },
  body: '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>\n<title>Error 404 Not Found</title>\n</head>\n<body><h2>HTTP ERROR 404</h2>\n<p>Resource not found</p>\n</body>\n</html>\n',
});

/** The token is good, but not for this. */
export function missingScopes(scope: string): Answer {
  const message =
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.";
  const errors = [{ message: 'One or more of the following scopes are required.', context: { requiredGranularScopes: [scope] } }];
  return {
    status: 403,
    headers: JSON_TYPE,
    body: { status: 'error', message, correlationId: randomUUID(), errors, links: {}, category: 'MISSING_SCOPES' },
  };
}
