import { Agent, request } from 'undici';
import type { SignedInAt } from './signed-in.js';

export interface Arrival {
  /** What was asked. */
  kind: string;
  /** When it was sent, by `performance.now()`. */
  at: number;
  milliseconds: number;
  /** '200', or the code of the fault by which there was no answer. */
  end: string;
  /** Whether a refusal said when to come again. */
  retryAfter: boolean;
}

export interface Kind {
  kind: string;
  /** By how many of all arrivals it comes. */
  share: number;
  path: () => string;
}

/** Milliseconds until an answer is given up. */
const PATIENCE = 30_000;

/** Requests that arrive at a rate and wait for no answer of another, as those of many people do. */
export class OpenLoad {
  readonly arrivals: Arrival[] = [];
  private readonly dispatcher = new Agent({ headersTimeout: PATIENCE, bodyTimeout: PATIENCE });
  private readonly underWay = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly server: SignedInAt,
    private readonly mix: readonly Kind[],
  ) {}

  /** Begins, or goes on at another rate. Arrivals are spread as by chance (a Poisson process). */
  run(perSecond: number): void {
    if (this.timer) clearTimeout(this.timer);
    let due = performance.now();
    const next = () => {
      due += (-Math.log(1 - Math.random()) / perSecond) * 1000;
      this.timer = setTimeout(() => {
        this.arrive();
        next();
      }, due - performance.now());
    };
    next();
  }

  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await Promise.all(this.underWay);
    await this.dispatcher.destroy();
  }

  private arrive(): void {
    const asked = this.ask(chosen(this.mix)).finally(() => this.underWay.delete(asked));
    this.underWay.add(asked);
  }

  private async ask({ kind, path }: Kind): Promise<void> {
    const at = performance.now();
    const done = (end: string, retryAfter = false) =>
      void this.arrivals.push({ kind, at, milliseconds: performance.now() - at, end, retryAfter });
    try {
      const { statusCode, headers, body } = await request(this.server.at + path(), {
        headers: this.server.headers,
        dispatcher: this.dispatcher,
      });
      await body.arrayBuffer();
      done(String(statusCode), headers['retry-after'] !== undefined);
    } catch (error) {
      const { code, name } = error as { code?: string; name: string };
      done(code ?? name);
    }
  }
}

function chosen(mix: readonly Kind[]): Kind {
  let left = Math.random() * mix.reduce((sum, { share }) => sum + share, 0);
  for (const one of mix) {
    left -= one.share;
    if (left < 0) return one;
  }
  throw new Error('nothing to choose from');
}

/** How many ended in each way that is not 200, most first, in words. */
export function endsOf(arrivals: readonly Arrival[]): string {
  const counts = new Map<string, number>();
  for (const { end } of arrivals) if (end !== '200') counts.set(end, (counts.get(end) ?? 0) + 1);
  const words = [...counts].sort(([, one], [, other]) => other - one).map(([end, count]) => `${end} x${count}`);
  return words.length > 0 ? words.join(', ') : 'none';
}
