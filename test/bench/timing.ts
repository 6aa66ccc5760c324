/** Milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share `p` of the values do not exceed. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

/** Medians of several works done in turn, so that a busy moment of the machine falls on all of them. The first rounds, while the compiler is at work, are not counted. */
export async function inTurn(works: readonly (() => unknown)[], { rounds, warmUp }: { rounds: number; warmUp: number }): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, work] of works.entries()) {
      const time = await timed(work);
      if (round >= 0) times[i]?.push(time);
    }
  }
  return times.map(median);
}
