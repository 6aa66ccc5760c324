import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReverseProxy {
  /** Without a slash at the end. */
  url: string;
  /** Sends what comes to this port of this machine, taking a path off its front first. */
  leadTo(port: number, options?: { without?: string; proto?: string }): void;
  close(): Promise<void>;
}

/** Stands where nginx would, and says of whom and how a request came. */
export async function reverseProxy(): Promise<ReverseProxy> {
  let to = { port: 0, without: '', proto: 'http' };
  const server = createServer((asked, answer) => {
    const { port, without, proto } = to;
    const path = without && asked.url?.startsWith(without) ? asked.url.slice(without.length) || '/' : asked.url;
    const headers = {
      ...asked.headers,
      'x-forwarded-for': asked.socket.remoteAddress,
      'x-forwarded-proto': proto,
      'x-forwarded-host': asked.headers.host,
    };
    const going = request(
      { host: '127.0.0.1', port, path, method: asked.method, headers: { ...headers, host: 'inside.example' } },
      (said) => {
        answer.writeHead(said.statusCode ?? 502, said.headers);
        said.pipe(answer);
      },
    );
    going.on('error', () => answer.destroy());
    asked.pipe(going);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (port, { without = '', proto = 'http' } = {}) => {
      to = { port, without, proto };
    },
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
