/** At most so many requests in any window of the given length. Runs on the real clock: waiting is real. */
export class RollingLimit {
  private taken: number[] = [];

  constructor(
    readonly max: number,
    readonly windowMilliseconds: number,
  ) {}

  /** False when the limit is used up; a refused request does not count. */
  take(): boolean {
    this.forget();
    if (this.taken.length >= this.max) return false;
    this.taken.push(performance.now());
    return true;
  }

  get remaining(): number {
    this.forget();
    return this.max - this.taken.length;
  }

  /** Seconds until one more request is allowed; 0 when it already is. */
  get waitSeconds(): number {
    this.forget();
    const [oldest] = this.taken;
    if (oldest === undefined || this.taken.length < this.max) return 0;
    return Math.max(0, (oldest + this.windowMilliseconds - performance.now()) / 1000);
  }

  private forget(): void {
    const from = performance.now() - this.windowMilliseconds;
    const kept = this.taken.findIndex((at) => at > from);
    if (kept === -1) this.taken = [];
    else if (kept > 0) this.taken = this.taken.slice(kept);
  }
}
