const RUNS = 5;

/** How many times as long `work` takes as `yardstick`: the quickest of five runs each, in turn, so that a busy machine shows in neither. */
export function timesAsLong(work: () => void, yardstick: () => void): number {
  const best = { work: Number.POSITIVE_INFINITY, yardstick: Number.POSITIVE_INFINITY };
  for (let run = 0; run < RUNS; run++) {
    best.work = Math.min(best.work, milliseconds(work));
    best.yardstick = Math.min(best.yardstick, milliseconds(yardstick));
  }
  return best.work / best.yardstick;
}

function milliseconds(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
