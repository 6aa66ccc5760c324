import { gunzipSync } from 'node:zlib';
import { Agent, request } from 'undici';
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
}

/** Bounds of one request; milliseconds and bytes. */
export interface ExchangeLimits {
  headersMilliseconds: number;
  /** Between two pieces of the body. */
  bodyMilliseconds: number;
  /** From first byte sent to last byte read, which also ends a body that drips. */
  totalMilliseconds: number;
  /** Of the body, unpacked. */
  bytes: number;
}

export interface HttpAnswer {
  status: number;
  /** Lower case names. */
  headers: Record<string, string | undefined>;
  text: string;
}

const MOST_REDIRECTS = 3;
const agent = new Agent({ connect: { timeout: 10_000 }, keepAliveTimeout: 4_000 });

/** One request and its whole answer. Throws what the network throws, and a SourceError for an answer too large or sent elsewhere. */
export async function exchange(wanted: Exchange): Promise<HttpAnswer> {
  const { limits } = wanted;
  const signal = AbortSignal.any([wanted.signal, AbortSignal.timeout(limits.totalMilliseconds)]);
  let { url } = wanted;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await request(url, {
      dispatcher: agent,
      method: wanted.method,
      headers: { accept: 'application/json', 'accept-encoding': 'gzip', 'user-agent': 'Baton', ...wanted.headers },
      body: wanted.body,
      headersTimeout: limits.headersMilliseconds,
      bodyTimeout: limits.bodyMilliseconds,
      signal,
    });
    const headers = flat(answer.headers);
    const bytes = await readBody(answer.body, wanted);
    const location = answer.statusCode >= 300 && answer.statusCode < 400 ? headers.location : undefined;
    if (!location) return { status: answer.statusCode, headers, text: unpack(bytes, headers['content-encoding'], wanted) };
    url = sameHost(new URL(location, url), url, wanted.name);
  }
  throw new SourceError('vendor', `${wanted.name} redirects in a circle. Check the address ${wanted.url.origin}.`);
}

async function readBody(body: AsyncIterable<Buffer>, { limits, name, url }: Exchange): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limits.bytes) throw tooLarge(name, url, limits.bytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpack(bytes: Buffer, encoding: string | undefined, { limits, name, url }: Exchange): string {
  if (encoding !== 'gzip') return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.bytes }).toString('utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(name, url, limits.bytes);
    throw new SourceError('vendor', `${name}: the packed answer of ${url.pathname} cannot be unpacked.`, { cause });
  }
}

const tooLarge = (name: string, url: URL, bytes: number) =>
  new SourceError('vendor', `${name}: the answer of ${url.pathname} is larger than ${Math.round(bytes / 1_000_000)} MB and was not read.`);

/** A redirect to another host would hand it our credentials. */
function sameHost(next: URL, from: URL, name: string): URL {
  if (next.origin === from.origin) return next;
  throw new SourceError('vendor', `${name} redirects to ${next.origin}, which was refused. Check the address ${from.origin}.`);
}

const flat = (headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value[0] : value]));
