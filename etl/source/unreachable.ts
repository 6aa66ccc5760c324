import { SourceError } from './source-error.js';

const CERTIFICATE = 'its certificate cannot be trusted';

/** What a person can do with a code of Node, OpenSSL or undici. */
const MEANING: Record<string, string> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name service does not answer',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'it does not accept a connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'it does not answer in time',
  UND_ERR_BODY_TIMEOUT: 'its answer stops in the middle',
  UND_ERR_INFO: 'its answer cannot be read',
  ETIMEDOUT: 'it does not answer in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: `${CERTIFICATE}: it is signed by nobody known`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `${CERTIFICATE}: it is signed by nobody known`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `${CERTIFICATE}: it is signed by nobody known`,
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** The fault of a request that got no answer. */
export function unreachable(name: string, baseUrl: string, cause: unknown): SourceError {
  const { code, message } = deepest(cause);
  const why = code && MEANING[code] ? `${MEANING[code]} (${code})` : timedOut(cause) ? 'its answer takes too long' : (code ?? message);
  return new SourceError('network', `${name} cannot be reached at ${new URL(baseUrl).origin}: ${why}.`, { cause });
}

const timedOut = (cause: unknown) => cause instanceof Error && cause.name === 'TimeoutError';

/** Several addresses that all failed come as one error without a code of its own. */
function deepest(cause: unknown): NodeJS.ErrnoException {
  const inner = cause instanceof AggregateError ? cause.errors[0] : undefined;
  return (inner ?? cause) as NodeJS.ErrnoException;
}
