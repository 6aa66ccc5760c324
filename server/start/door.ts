import { createServer, get, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, type Socket, Server as TcpServer } from 'node:net';
import { boundSockets, SOCKET_BOUNDS } from '../http/sockets.js';

/** Milliseconds that requests under way are given to end. */
const DRAIN = 6_000;
/** Milliseconds in which a connection without a request may still bring one that is on its way. */
const QUIET = 300;
/** Connections that wait in the kernel while the process is late with all else; one that finds no room there is tried again for seconds. */
const BACKLOG = 4_096;
/** Milliseconds between looks for connections that have nothing to do any more. */
const LOOK = 50;

export interface Place {
  port: number;
  host: string;
}

/** The port of this process: taken first, so that nothing is started when it cannot be had. */
export interface Door {
  port: number;
  /** From now on requests go to `listener`; until then they are told that Baton is starting. */
  open(listener: RequestListener): void;
  /** From now on each answer is the last of its connection, so that nobody is cut off on one when the door closes. */
  leave(): void;
  /** Accepts nothing new, lets requests under way end, then closes what is left. */
  close(): Promise<void>;
}

/** Throws with the next step when the port cannot be had. */
export async function takeDoor(place: Place): Promise<Door> {
  let listener = starting;
  let leaving = false;
  const visitors = new Map<Socket, Visitor>();
  const server = createServer(SOCKET_BOUNDS, (request, response) => {
    const visitor = visitors.get(request.socket);
    visitor?.underWay.add(response);
    response.once('close', () => leave(visitor, response));
    if (leaving) response.shouldKeepAlive = false;
    listener(request, response);
  });
  server.on('connection', (socket) => {
    visitors.set(socket, { underWay: new Set(), quietSince: performance.now() });
    socket.once('close', () => visitors.delete(socket));
  });
  boundSockets(server);
  await listening(server, place);
  return {
    port: (server.address() as AddressInfo).port,
    open: (next) => {
      listener = next;
    },
    leave: () => {
      leaving = true;
      for (const { underWay } of visitors.values()) for (const response of underWay) response.shouldKeepAlive = false;
    },
    close: () => drain(server, visitors),
  };
}

/** One connection. */
interface Visitor {
  underWay: Set<ServerResponse>;
  /** When its last answer was given, or it came. */
  quietSince: number;
}

function leave(visitor: Visitor | undefined, response: ServerResponse): void {
  visitor?.underWay.delete(response);
  if (visitor) visitor.quietSince = performance.now();
}

const starting: RequestListener = (request, response) => {
  const live = request.url === '/healthz';
  response.writeHead(live ? 200 : 503, { 'content-type': 'application/json', 'retry-after': '1' });
  response.end(JSON.stringify(live ? { alive: true } : { title: 'Service Unavailable', status: 503, detail: 'Baton is starting.' }));
};

async function drain(server: Server, visitors: Map<Socket, Visitor>): Promise<void> {
  if (!server.listening) return;
  const late = setTimeout(() => server.closeAllConnections(), DRAIN);
  // An answer whose head had left already did not say that it is the last.
  const look = setInterval(() => {
    const now = performance.now();
    for (const [socket, { underWay, quietSince }] of visitors) if (underWay.size === 0 && now - quietSince > QUIET) socket.destroySoon();
  }, LOOK);
  // The close of HTTP would cut at once connections whose request is still on its way.
  await new Promise<void>((resolve) => TcpServer.prototype.close.call(server, () => resolve()));
  clearInterval(look);
  clearTimeout(late);
}

async function listening(server: Server, place: Place): Promise<void> {
  const failed = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen({ ...place, backlog: BACKLOG }, () => resolve(null));
  });
  if (failed) throw new Error(await refusal(failed, place), { cause: failed });
}

async function refusal({ code, message }: NodeJS.ErrnoException, { port, host }: Place): Promise<string> {
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose one from 1024 on: PORT=4010 npm start`;
  if (code !== 'EADDRINUSE') return `Cannot listen on ${host}:${port}: ${message}. Set HOST and PORT.`;
  const by = (await isBaton(port)) ? 'another Baton' : 'another program';
  return `Port ${port} is in use by ${by}. Stop it, or choose another port: PORT=${port + 1} npm start`;
}

function isBaton(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get({ host: '127.0.0.1', port, path: '/healthz', timeout: 1_000, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('close', () => resolve(text.includes('"alive":true')));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(false));
  });
}
