import { type Dispatcher, request } from 'undici';
import { answerText, tooLarge, UnreadableAnswer } from './answer-text.js';
import { deadline } from './deadline.js';
import { agentFor } from './dial.js';
import { type Reach, reach } from './reach.js';
import { SourceError } from './source-error.js';

export interface Exchange {
  /** Whom to name in a message: 'HubSpot'. */
  name: string;
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** Text of the body; null for none. */
  body: string | null;
  limits: ExchangeLimits;
  signal: AbortSignal;
  reach?: Reach;
  dispatcher?: Dispatcher;
}

/** Bounds of one request; milliseconds and bytes, as `HttpLimits` explains them. */
export interface ExchangeLimits {
  /** 10 seconds when absent. */
  connectMilliseconds?: number;
  headersMilliseconds: number;
  bodyMilliseconds: number;
  totalMilliseconds: number;
  bytes: number;
}

export interface HttpAnswer {
  status: number;
  /** Lower case names. */
  headers: Record<string, string | undefined>;
  text: string;
}

const MOST_REDIRECTS = 3;

/** One request and its whole answer. Throws what the network throws, and a SourceError for an answer too large, sent elsewhere or from where we do not connect to. */
export function exchange(wanted: Exchange): Promise<HttpAnswer> {
  return deadline(wanted.limits.totalMilliseconds, wanted.signal, (signal) => exchangeUnder(signal, wanted));
}

async function exchangeUnder(signal: AbortSignal, wanted: Exchange): Promise<HttpAnswer> {
  const { limits, name } = wanted;
  let { url } = wanted;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    (wanted.reach ?? reach).admit(url);
    const answer = await request(url, {
      dispatcher: wanted.dispatcher ?? agentFor(limits.connectMilliseconds ?? 10_000),
      method: wanted.method,
      headers: { accept: 'application/json', 'accept-encoding': 'gzip', 'user-agent': 'Baton', ...wanted.headers },
      body: wanted.body,
      headersTimeout: limits.headersMilliseconds,
      bodyTimeout: limits.bodyMilliseconds,
      signal,
    });
    const headers = flat(answer.headers);
    const text = await read(answer.body, headers, wanted);
    const location = answer.statusCode >= 300 && answer.statusCode < 400 ? headers.location : undefined;
    if (!location) return { status: answer.statusCode, headers, text };
    url = sameOrigin(location, url, name);
  }
  throw new SourceError('vendor', `${name} redirects in a circle. Check the address ${wanted.url.origin}.`);
}

async function read(body: AsyncIterable<Buffer>, headers: HttpAnswer['headers'], wanted: Exchange): Promise<string> {
  try {
    const bytes = await readBytes(body, wanted.limits.bytes);
    return answerText(bytes, { packing: headers['content-encoding'], type: headers['content-type'], limit: wanted.limits.bytes });
  } catch (cause) {
    if (!(cause instanceof UnreadableAnswer)) throw cause;
    const error = new SourceError('vendor', `${wanted.name}: the answer of ${wanted.url.pathname} ${cause.message}.`, { cause });
    throw error;
  }
}

async function readBytes(body: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A redirect to another host would hand it our credentials. */
function sameOrigin(location: string, from: URL, name: string): URL {
  const next = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (next?.origin === from.origin && !next.username && !next.password) return next;
  const where = next?.origin ?? 'what is not an address';
  throw new SourceError('vendor', `${name} redirects to ${where}, which was refused. Check the address ${from.origin}.`);
}

const flat = (headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value[0] : value]));
