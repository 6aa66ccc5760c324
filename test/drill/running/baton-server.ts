import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a server may take until it is ready. */
const START_MS = 90_000;
/** What a supervisor such as Docker or systemd waits before it starts a process again. */
const AGAIN_MS = 500;

/** Of Linux, as /proc counts. */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The built server as a process of its own, on one port, started again whenever it ends, as a supervisor does. */
export class BatonServer {
  /** How its processes ended. */
  readonly ended: Ended[] = [];
  /** Warnings and worse, as it said them. */
  readonly said: string[] = [];
  private child: ChildProcess | null = null;
  private stopping = false;

  private constructor(
    readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  static async start(env: Record<string, string>): Promise<BatonServer> {
    const server = new BatonServer(await freePort(), env);
    server.spawn();
    await server.ready();
    return server;
  }

  get at(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Seconds of processor that it has used since it started, all threads together. */
  async cpuSeconds(): Promise<number> {
    const fields = (await readFile(`/proc/${this.pid}/stat`, 'utf8')).replace(/^.*[)] /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }

  /** Bytes of memory that it holds. */
  async memory(): Promise<number> {
    const [, pages = '0'] = (await readFile(`/proc/${this.pid}/statm`, 'utf8')).split(' ');
    return Number(pages) * PAGE_BYTES;
  }

  /** What must never be said: nobody caught it. */
  get fatal(): string[] {
    return this.said.filter((line) => line.includes('"level":"fatal"'));
  }

  signal(name: NodeJS.Signals): void {
    this.child?.kill(name);
  }

  /** Throws with the last it said when it is not ready in time. */
  async ready(milliseconds = START_MS): Promise<void> {
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      if (await isReady(this.at)) return;
      await wait(100);
    }
    throw new Error(`the server was not ready in time; it said: ${this.said.slice(-5).join(' | ')}`);
  }

  async stop(): Promise<Ended> {
    this.stopping = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return this.ended.at(-1) ?? { code: null, signal: null };
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    const [code, signal] = await exit;
    return { code, signal };
  }

  private spawn(): void {
    const env = { ...process.env, PORT: String(this.port), BATON_SAMPLE: 'off', ...this.env };
    const child = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.child = child;
    let half = '';
    child.stderr.on('data', (piece: Buffer) => {
      const lines = (half + piece.toString()).split('\n');
      half = lines.pop() ?? '';
      this.said.push(...lines);
      this.said.splice(0, Math.max(0, this.said.length - 5000));
    });
    child.once('exit', (code, signal) => {
      this.ended.push({ code, signal });
      if (!this.stopping) setTimeout(() => this.stopping || this.spawn(), AGAIN_MS);
    });
  }
}

const isReady = (at: string): Promise<boolean> =>
  fetch(`${at}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
