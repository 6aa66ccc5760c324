/** What the server said when it could not answer. Status 0: it did not answer at all. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';

  constructor(
    readonly status: number,
    message: string,
    /** To find the request in the server's log; null when it never came that far. */
    readonly requestId: string | null,
    /** How long not to ask again; null: it was not said. */
    readonly waitSeconds: number | null = null,
  ) {
    super(message);
  }
}

const SAYS: Record<number, string> = {
  0: 'The server does not answer. It may be starting, or the connection is down.',
  401: 'You are not signed in any more.',
  403: 'You may not see this.',
  404: 'There is no such thing here.',
  413: 'That was too much to ask at once.',
  429: 'Too many requests at once. Wait a moment.',
};

/** The problem of an answer: its own sentence if it is problem+json, else ours for its status. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const detail = typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string' ? body.detail : null;
  const words = detail ?? SAYS[response.status] ?? 'The server could not answer this.';
  return new ApiProblem(response.status, words, response.headers.get('x-request-id'), waitOf(response));
}

function waitOf(response: Response): number | null {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

export function unanswered(cause: unknown): ApiProblem {
  const late = cause instanceof DOMException && cause.name === 'TimeoutError';
  return new ApiProblem(0, late ? 'The server took longer than 30 seconds.' : (SAYS[0] ?? ''), null);
}
