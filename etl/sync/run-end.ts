/** The longest that one run may take; a first load that needs more goes on in the next. */
const MOST_HOURS = 12;

/** A run that reads for so long is more likely caught in something than busy. */
export class RunTooLong extends Error {
  constructor(hours: number) {
    super(`The run was ended after ${hours} hours. What it had read is kept, and the next one goes on from there.`);
    this.name = 'RunTooLong';
  }
}

export interface RunEnd {
  signal: AbortSignal;
  /** Ends the run as the reason says. */
  end(reason: Error): void;
  /** To be called when the run is over, so that nothing ticks on. */
  clear(): void;
}

/** Ends a run for any of the given reasons, or for having lasted too long. */
export function runEnd(signals: AbortSignal[], hours = MOST_HOURS): RunEnd {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(new RunTooLong(hours)), hours * 3_600_000);
  timer.unref();
  return {
    signal: AbortSignal.any([own.signal, ...signals]),
    end: (reason) => own.abort(reason),
    clear: () => clearTimeout(timer),
  };
}
