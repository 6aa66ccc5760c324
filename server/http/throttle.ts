/** Counts what is tried, in Postgres, so that all replicas count together. */
export abstract class Throttle {
  /**
   * Takes one of `limit` tries that `key` has within `seconds`. Answers null when it may go on, else the seconds to wait.
   * Keys are of the form '<what>:<of whom>', such as 'password:203.0.113.9'.
   */
  abstract take(key: string, rate: { limit: number; seconds: number }): Promise<number | null>;
  /** Gives all tries back, after a success. */
  abstract forgive(key: string): Promise<void>;
}
