import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Fault, Request } from './fault.js';
import { send } from './send.js';
import type { Seen, StandIn } from './stand-in.js';

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
  let watcher: ((seen: Seen) => void) | null = null;
  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing).catch((error: unknown) => outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(String(error)));
  });
  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = await read(incoming);
    const key = `${request.method} ${request.path}`;
    standIn.requests.set(key, (standIn.requests.get(key) ?? 0) + 1);
    const wrong = fault?.(request) ?? null;
    if (wrong?.kind === 'reset') return incoming.socket.resetAndDestroy();
    if (wrong?.kind === 'stall' && wrong.afterBytes === null) return;
    if (wrong?.kind === 'wait') await wait(wrong.milliseconds, undefined, { ref: false });
    const answer = wrong?.kind === 'answer' ? wrong : play.answer(request, standIn);
    watcher?.({ request, answer });
    send(outgoing, answer, wrong);
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
    watch: (next) => {
      watcher = next;
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
