import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Fault, Request } from './fault.js';
import type { StandIn } from './stand-in.js';

interface Play<Credentials> {
  credentials: Credentials;
  now: () => Date;
  /** 0 takes any free port. */
  port: number;
  /** The vendor's usual answer. */
  answer: (request: Request, standIn: StandIn<Credentials>) => Answer;
}

/** Opens a stand-in on 127.0.0.1. */
export async function serve<Credentials>(play: Play<Credentials>): Promise<StandIn<Credentials>> {
  let fault: ((request: Request) => Fault | null) | null = null;
  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing).catch((error: unknown) => outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(String(error)));
  });
  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = await read(incoming);
    const key = `${request.method} ${request.path}`;
    standIn.requests.set(key, (standIn.requests.get(key) ?? 0) + 1);
    const wrong = fault?.(request) ?? null;
    if (wrong?.kind === 'reset') return incoming.socket.resetAndDestroy();
    if (wrong?.kind === 'answer') return send(outgoing, wrong);
    if (wrong?.kind === 'wait') await wait(wrong.milliseconds, undefined, { ref: false });
    const answer = play.answer(request, standIn);
    if (wrong?.kind === 'truncate') return truncate(outgoing, answer, wrong.afterBytes);
    send(outgoing, answer);
  };
  await new Promise<void>((ready, refuse) => server.once('error', refuse).listen(play.port, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const standIn: StandIn<Credentials> = {
    url: `http://127.0.0.1:${port}`,
    credentials: play.credentials,
    requests: new Map(),
    now: play.now,
    fail: (next) => {
      fault = next;
    },
    close: () => {
      const closed = new Promise<void>((done, refuse) => server.close((error) => (error ? refuse(error) : done())));
      server.closeAllConnections();
      return closed;
    },
  };
  return standIn;
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const { headers, method = 'GET' } = incoming;
  return { method, path: url.pathname, query: url.searchParams, headers, body: parsed(text, headers['content-type']) };
}

function parsed(text: string, type: string | undefined): unknown {
  if (text === '') return null;
  if (type?.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function send(outgoing: ServerResponse, answer: Answer): void {
  const { text, headers } = rendered(answer);
  outgoing.writeHead(answer.status, headers).end(text);
}

/** Promises the whole body, sends a part of it and cuts the connection. */
function truncate(outgoing: ServerResponse, answer: Answer, afterBytes: number): void {
  const { text, headers } = rendered(answer);
  const bytes = Buffer.from(text);
  outgoing.writeHead(answer.status, { ...headers, 'content-length': String(bytes.length) });
  outgoing.write(bytes.subarray(0, afterBytes), () => outgoing.destroy());
}

function rendered({ body, headers }: Answer): { text: string; headers: Record<string, string> } {
  const json = typeof body !== 'string';
  const text = body === undefined ? '' : json ? JSON.stringify(body) : body;
  return { text, headers: { 'content-type': json ? 'application/json;charset=utf-8' : 'text/html;charset=iso-8859-1', ...headers } };
}
