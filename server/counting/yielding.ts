import { setImmediate } from 'node:timers/promises';

/** Work that people wait for, and work behind it that gives way. */
export class Yielding {
  private waitedFor = 0;
  private readonly calm = new Set<() => void>();

  async first<T>(work: () => Promise<T>): Promise<T> {
    this.waitedFor += 1;
    try {
      return await work();
    } finally {
      this.waitedFor -= 1;
      if (this.waitedFor === 0) for (const go of [...this.calm]) go();
    }
  }

  /** Settles when nobody waits; what has just come in is let in before. */
  async quiet(): Promise<void> {
    await setImmediate();
    while (this.waitedFor > 0) {
      await new Promise<void>((resolve) => {
        this.calm.add(resolve);
      });
      this.calm.clear();
      await setImmediate();
    }
  }
}
