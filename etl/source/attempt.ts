import { UnreadableAnswer } from './answer-text.js';
import type { Ask, ConnectionOptions } from './ask.js';
import { breaker } from './breaker.js';
import { type Clock, realClock } from './clock.js';
import { exchange, type HttpAnswer } from './exchange.js';
import type { HttpLimits } from './http-limits.js';
import { refusal } from './refusal.js';
import { retryAfter } from './retry-after.js';
import { SourceError } from './source-error.js';
import { unreachable } from './unreachable.js';

/** What one attempt came to. `again` is null when another try cannot help; else the wait the vendor asked for, or 0 when it named none. */
export type Tried = { answer: HttpAnswer } | Failure;

export interface Failure {
  error: SourceError;
  again: number | null;
  /** Under which it was refused; absent where none was. */
  identity?: Record<string, string>;
}

export interface Attempt {
  options: ConnectionOptions;
  limits: HttpLimits;
  ask: Ask;
}

/** 408, 429 and every fault of a server but those by which it says that it will never do it. */
const worthAgain = (status: number) => status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);

/** Asks once, when there is a place in the pace. Throws only what the signal was aborted with, and what says that asking is of no use now. */
export async function attempt({ options, limits, ask }: Attempt): Promise<Tried> {
  ask.signal.throwIfAborted();
  const clock = options.clock ?? realClock;
  const identity = await options.authorize(ask.signal);
  const { origin } = new URL(options.baseUrl);
  const guard = breaker({ name: options.name, origin, identity, ...limits, clock });
  const release = await ask.pace.take(ask.signal);
  try {
    guard.admit();
    const answer = await exchange({ ...wanted(options, ask), headers: headersOf(identity, ask), limits, signal: ask.signal });
    options.onAnswer?.(answer);
    const tried = judge({ options, limits, ask }, answer, { identity, clock });
    if (answer.status >= 500 && 'error' in tried) guard.failed(tried.error);
    else guard.worked();
    return tried;
  } catch (cause) {
    if (ask.signal.aborted) throw ask.signal.reason;
    const failure = failureOf(options, cause);
    if (failure.again !== null) guard.failed(failure.error);
    return failure;
  } finally {
    release();
  }
}

function failureOf({ name, baseUrl }: ConnectionOptions, cause: unknown): Failure {
  if (!(cause instanceof SourceError)) return { error: unreachable(name, baseUrl, cause), again: 0 };
  return { error: cause, again: cause.cause instanceof UnreadableAnswer && cause.cause.again ? 0 : null };
}

const wanted = ({ name, baseUrl }: ConnectionOptions, ask: Ask) => ({
  name,
  url: addressOf(baseUrl, ask),
  method: ask.method ?? ('GET' as const),
  body: bodyOf(ask),
});

function bodyOf({ body, form }: Ask): string | null {
  if (form !== undefined) return new URLSearchParams(form).toString();
  return body === undefined ? null : JSON.stringify(body);
}

function headersOf(identity: Record<string, string>, { body, form, headers }: Ask): Record<string, string> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return { ...json, ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }), ...headers, ...identity };
}

function judge(
  { options, limits, ask }: Attempt,
  answer: HttpAnswer,
  { identity, clock }: { identity: Record<string, string>; clock: Clock },
): Tried {
  if (answer.status >= 200 && answer.status < 300) return { answer };
  const said = Object.values(identity).flatMap((header) => [header, header.split(' ').at(-1) ?? header]);
  const error = refusal(options.name, ask.path, answer, [...said, ...(options.secrets ?? [])]);
  const hopeless = options.hopeless?.(answer) ?? null;
  if (hopeless) return { error: new SourceError('rate', hopeless, { status: answer.status }), again: null };
  if (!worthAgain(answer.status) || ask.handled?.includes(answer.status)) return { error, again: null, identity };
  const asked = retryAfter(answer.headers['retry-after'], clock.now());
  const untold = answer.status === 429 ? Math.min(options.rateWaitMilliseconds ?? 0, limits.rateWaitMilliseconds) : 0;
  return { error, again: asked ?? untold };
}

function addressOf(baseUrl: string, { path, query = {} }: Ask): URL {
  const url = new URL(baseUrl.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null) url.searchParams.append(name, String(one));
  }
  return url;
}
