import type { z } from 'zod';
import { type Clock, realClock } from './clock.js';
import { type ExchangeLimits, exchange, type HttpAnswer } from './exchange.js';
import type { Pace } from './pace.js';
import { looksLikeHtml, notJson, refusal } from './refusal.js';
import { retryAfter } from './retry-after.js';
import { SourceError } from './source-error.js';

/** One vendor's API at one address, with one identity. */
export interface ConnectionOptions {
  /** Whom to name in a message: 'HubSpot'. */
  name: string;
  baseUrl: string;
  /** Headers that say who asks. */
  authorize(signal: AbortSignal): Promise<Record<string, string>>;
  /** Forgets an identity that was answered 401, so that `authorize` gets another. Absent where there is no other. */
  renew?(): void;
  /** Sees every answer, for limits stated in headers. */
  onAnswer?(answer: HttpAnswer): void;
  /** Says why an answer is not worth another try although its status is; null when it is. */
  hopeless?(answer: HttpAnswer): string | null;
  /** Wait after a 429 that does not say how long. */
  rateWaitMilliseconds?: number;
  /** What must never be repeated in a message, beside the identity. */
  secrets?: string[];
  limits?: Partial<ExchangeLimits>;
  clock?: Clock;
  random?: () => number;
}

/** Null leaves a parameter out; a list repeats it. */
export type Query = Record<string, string | number | boolean | string[] | null>;

export interface Ask {
  method?: 'GET' | 'POST';
  /** From the root of the host. */
  path: string;
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  pace: Pace;
  /** Statuses that the caller answers itself, by asking for less. */
  handled?: number[];
  signal: AbortSignal;
}

export interface Connection {
  /** Asks until there is an answer, and reads it by `wire`. Throws a SourceError of the kind that fits. */
  ask<Wire extends z.ZodType>(wire: Wire, ask: Ask): Promise<z.output<Wire>>;
}

const LIMITS: ExchangeLimits = { headersMilliseconds: 30_000, bodyMilliseconds: 30_000, totalMilliseconds: 120_000, bytes: 32_000_000 };
const MOST_ATTEMPTS = 6;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** A vendor that asks for more is left alone until the next run. */
const MOST_PATIENCE = 120_000;
/** All waits of one request together. */
const MOST_WAITING = 300_000;
const AGAIN = new Set([429, 500, 502, 503, 504]);

export function connection(options: ConnectionOptions): Connection {
  const clock = options.clock ?? realClock;
  const random = options.random ?? Math.random;
  return {
    async ask(wire, ask) {
      const waits: Waits = { total: 0, attempt: 1, clock, random };
      let renewed = false;
      for (; ; waits.attempt++) {
        const tried = await attemptOnce(options, ask);
        if ('json' in tried) return read(wire, tried.json, options.name, ask.path);
        if (tried.error.status === 401 && options.renew && !renewed) {
          renewed = true;
          options.renew();
          continue;
        }
        await waitOrThrow(tried, waits, ask.signal);
      }
    },
  };
}

/** `again` is null when another try cannot help; else the wait the vendor asked for, or 0 when it named none. */
type Tried = { json: unknown } | { error: SourceError; again: number | null };

async function attemptOnce(options: ConnectionOptions, ask: Ask): Promise<Tried> {
  ask.signal.throwIfAborted();
  const identity = await options.authorize(ask.signal);
  const release = await ask.pace.take(ask.signal);
  try {
    const answer = await exchange({
      name: options.name,
      url: addressOf(options.baseUrl, ask),
      method: ask.method ?? 'GET',
      headers: { ...identity, ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: ask.body === undefined ? null : JSON.stringify(ask.body),
      limits: { ...LIMITS, ...options.limits },
      signal: ask.signal,
    });
    options.onAnswer?.(answer);
    return judge(answer, options, ask, Object.values(identity));
  } catch (cause) {
    if (ask.signal.aborted) throw ask.signal.reason;
    if (cause instanceof SourceError) return { error: cause, again: null };
    return { error: unreachable(options, cause), again: 0 };
  } finally {
    release();
  }
}

function judge(answer: HttpAnswer, options: ConnectionOptions, ask: Ask, identity: string[]): Tried {
  if (answer.status >= 200 && answer.status < 300) return parse(answer, options, ask);
  const secrets = [...identity.flatMap((header) => [header, header.split(' ').at(-1) ?? header]), ...(options.secrets ?? [])];
  const error = refusal(options.name, ask.path, answer, secrets);
  const hopeless = options.hopeless?.(answer) ?? null;
  if (hopeless) return { error: new SourceError('rate', hopeless, { status: answer.status }), again: null };
  if (!AGAIN.has(answer.status) || ask.handled?.includes(answer.status)) return { error, again: null };
  const asked = retryAfter(answer.headers['retry-after'], (options.clock ?? realClock).now());
  return { error, again: asked ?? (answer.status === 429 ? (options.rateWaitMilliseconds ?? 0) : 0) };
}

function parse(answer: HttpAnswer, options: ConnectionOptions, ask: Ask): Tried {
  try {
    return { json: JSON.parse(answer.text) };
  } catch {
    return { error: notJson(options.name, ask.path, answer), again: looksLikeHtml(answer.text) ? null : 0 };
  }
}

interface Waits {
  /** Milliseconds waited so far. */
  total: number;
  attempt: number;
  clock: Clock;
  random: () => number;
}

async function waitOrThrow(
  { error, again }: { error: SourceError; again: number | null },
  waits: Waits,
  signal: AbortSignal,
): Promise<void> {
  if (again === null || waits.attempt >= MOST_ATTEMPTS) throw error;
  const jittered = waits.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (waits.attempt - 1));
  const wait = again > 0 ? again + waits.random() * 100 : jittered;
  if (wait > MOST_PATIENCE || waits.total + wait > MOST_WAITING) throw error;
  waits.total += wait;
  await waits.clock.sleep(wait, signal);
}

function read<Wire extends z.ZodType>(wire: Wire, json: unknown, name: string, path: string): z.output<Wire> {
  const parsed = wire.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SourceError(
    'schema',
    `${name} answered ${path} not as documented: ${issue?.path.join('.') || 'the answer'}: ${issue?.message}.`,
  );
}

function unreachable({ name, baseUrl }: ConnectionOptions, cause: unknown): SourceError {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new SourceError('network', `${name} cannot be reached at ${new URL(baseUrl).origin} (${code ?? message}).`, { cause });
}

function addressOf(baseUrl: string, { path, query = {} }: Ask): URL {
  const url = new URL(baseUrl.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null) url.searchParams.append(name, String(one));
  }
  return url;
}
