import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Cable {
  /** The given address, by way of this cable. */
  url: string;
  /** Nothing comes through any more, and nobody answers. */
  cut(): Promise<void>;
}

/** A TCP line to the server of `url` that a test can cut. */
export async function cable(url: string): Promise<Cable> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const away = connect(Number(port), hostname);
    for (const socket of [near, away]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(away).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const near = new URL(url);
  near.port = String((server.address() as AddressInfo).port);
  const cut = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { url: near.href, cut };
}
