import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type Certificate, selfSigned } from './certificate.js';
import type { AddressFault } from './vendor-fault/vendor-fault.js';

const DAY = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

/** Longer than a name may be, so that no name service is asked for it. */
const NO_HOST = `https://${'nowhere'.repeat(10)}.invalid`;

async function listening(server: Server, scheme: string): Promise<{ url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  };
  return { url: `${scheme}://127.0.0.1:${port}`, close };
}

/** A server whose every answer would be good, were it not for its certificate. */
export const withCertificate = (certificate: Certificate) =>
  listening(
    createTlsServer(certificate, (_, response) => response.end('{}')),
    'https',
  );

async function nobody() {
  const { url, close } = await listening(createServer(), 'http');
  await close();
  return { url, close: async () => {} };
}

/** What goes wrong before any request is heard. */
export const ADDRESS_FAULTS: AddressFault[] = [
  { name: 'a host that does not exist', says: /no such host/, open: async () => ({ url: NO_HOST, close: async () => {} }) },
  { name: 'a port at which nothing listens', says: /nothing listens/, open: nobody },
  { name: 'a connection that is never finished', says: /in time/, open: () => listening(createServer(), 'https') },
  {
    name: 'a connection closed at once',
    says: /cut|reached/,
    open: () =>
      listening(
        createServer((socket) => socket.destroy()),
        'https',
      ),
  },
  {
    name: 'a certificate signed by itself',
    says: /certificate/,
    open: () => withCertificate(selfSigned({ from: inDays(-1), until: inDays(1) })),
  },
  {
    name: 'a certificate that has expired',
    says: /certificate/,
    open: () => withCertificate(selfSigned({ from: inDays(-9), until: inDays(-1) })),
  },
];
