/** Adds up milliseconds by name, and notes the most memory the process held at any start or stop. */
export class Stopwatch {
  readonly spent = new Map<string, number>();
  peakBytes = 0;

  async time<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    this.look();
    const start = performance.now();
    const result = await work();
    this.spent.set(name, this.of(name) + performance.now() - start);
    this.look();
    return result;
  }

  of(name: string): number {
    return this.spent.get(name) ?? 0;
  }

  private look(): void {
    this.peakBytes = Math.max(this.peakBytes, process.memoryUsage.rss());
  }
}
