import type { Server, ServerOptions } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes of all headers and the request line. Above that of an address, so that one too long is told so. */
const MOST_HEADER_BYTES = 24_576;

/** What one connection may cost: bytes of headers, seconds for them, and minutes for a body, which may be a file of an import. */
export const SOCKET_BOUNDS: ServerOptions = {
  maxHeaderSize: MOST_HEADER_BYTES,
  headersTimeout: 10_000,
  requestTimeout: 15 * 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
};

/** Beyond these a connection is closed at once. */
export const MOST_CONNECTIONS = 2_000;

/** Answers what is no request as a problem too, and closes its connection. */
export function boundSockets(server: Server): void {
  server.maxConnections = MOST_CONNECTIONS;
  // All are counted, and too many are refused: left to itself it would leave out the last.
  server.maxHeadersCount = 0;
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(refusalOf(error));
  });
}

const SAYS: Record<number, string> = {
  400: 'This is no request of HTTP/1.1.',
  408: 'The request did not come in time. Send it again.',
  414: 'The address is too long.',
  431: 'The headers are too large.',
};

function refusalOf({ code, rawPacket }: { code?: string | undefined; rawPacket?: Buffer }): string {
  const status = code === 'HPE_HEADER_OVERFLOW' ? (longLine(rawPacket) ? 414 : 431) : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const title = STATUS_CODES[status];
  const body = JSON.stringify({ type: 'about:blank', title, status, detail: SAYS[status], instance: '' });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** Whether its first line alone is most of it. */
function longLine(packet: Buffer | undefined): boolean {
  const end = packet?.indexOf('\n') ?? 0;
  return packet !== undefined && (end === -1 || end > MOST_HEADER_BYTES / 2);
}
