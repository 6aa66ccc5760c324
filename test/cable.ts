import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Cable {
  /** The given address, by way of this cable. */
  url: string;
  /** Nothing comes through any more, and nobody answers. */
  cut(): Promise<void>;
  /** Connections stay and new ones are taken, and nothing comes through: a black hole. */
  hold(): void;
  /** What was held goes through. */
  release(): void;
  /** Each piece comes so many milliseconds later, one way and the other. */
  delay(milliseconds: number): void;
  /** Ends all connections by a reset; new ones are taken. */
  reset(): void;
}

/** A TCP line to the server of `url` that a test can cut, hold and slow down. */
export async function cable(url: string): Promise<Cable> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let late = 0;
  let held = false;
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    if (held) from.pause();
    from.on('data', (piece) => {
      if (late > 0) setTimeout(() => to.writable && to.write(piece), late);
      else to.write(piece);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      if (late > 0) setTimeout(() => to.end(), late);
      else to.end();
    });
  };
  const server = createServer((near) => {
    const away = connect(Number(port), hostname);
    join(near, away);
    join(away, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const near = new URL(url);
  near.port = String((server.address() as AddressInfo).port);
  const cut = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: near.href,
    cut,
    hold() {
      held = true;
      for (const socket of sockets) socket.pause();
    },
    release() {
      held = false;
      for (const socket of sockets) socket.resume();
    },
    delay(milliseconds) {
      late = milliseconds;
    },
    reset() {
      for (const socket of sockets) socket.resetAndDestroy();
    },
  };
}
