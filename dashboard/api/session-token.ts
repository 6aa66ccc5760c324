const HEADER = 'X-Baton-Token';
const SAFE = new Set(['GET', 'HEAD']);

/** What the server said last; null before the first answer. */
let token: string | null = null;

/**
 * Sends a request; a change brings the token of the session, by which the server knows that this page asks and no other site.
 * A token that has changed meanwhile comes with the refusal, and the change is asked for once more.
 */
export async function withToken(request: Request, ask: (request: Request) => Promise<Response>): Promise<Response> {
  if (SAFE.has(request.method)) return remember(await ask(request));
  const again = request.clone();
  const brought = token;
  const response = remember(await ask(signed(request)));
  return response.status === 403 && token !== brought ? remember(await ask(signed(again))) : response;
}

function signed(request: Request): Request {
  if (token !== null) request.headers.set(HEADER, token);
  return request;
}

function remember(response: Response): Response {
  token = response.headers.get(HEADER) ?? token;
  return response;
}
