import { ServiceUnavailableException } from '@nestjs/common';

/** Each holds the handoffs as they were when it began. */
const MOST_RUNNING = 8;

/** Nobody has asked for the next part for so long: whoever wanted it is gone. */
const IDLE_MS = 5 * 60_000;

interface One {
  workspaceId: string;
  parts: AsyncGenerator<Uint8Array>;
  askedAt: number;
}

/** Exports under way, each made part by part as the one who reads it asks: none runs ahead of its reader. */
export class RunningExports {
  private readonly running = new Map<string, One>();

  /** Throws 503 while too many run. */
  async begin(ticket: string, one: Omit<One, 'askedAt'>, now: number): Promise<void> {
    for (const [known, { askedAt }] of this.running) if (now - askedAt > IDLE_MS) await this.end(known);
    if (this.running.size >= MOST_RUNNING) {
      throw new ServiceUnavailableException(`${MOST_RUNNING} exports are running already. Try again when one of them is through.`);
    }
    this.running.set(ticket, { ...one, askedAt: now });
  }

  /** Null after the last part. Throws 503 when there is no such export, as after a restart. */
  async next(ticket: string, workspaceId: string, now: number): Promise<Uint8Array | null> {
    const one = this.running.get(ticket);
    if (one?.workspaceId !== workspaceId) throw new ServiceUnavailableException('This export has stopped half way. Begin it again.');
    one.askedAt = now;
    try {
      const { value, done } = await one.parts.next();
      if (done !== true) return value;
    } catch (error) {
      this.running.delete(ticket);
      throw error;
    }
    this.running.delete(ticket);
    return null;
  }

  async end(ticket: string): Promise<void> {
    const one = this.running.get(ticket);
    this.running.delete(ticket);
    await one?.parts.return(undefined);
  }
}
