/** A row of numbers that its seed decides: mulberry32, public domain, by Tommy Ettinger. */
export class Random {
  constructor(private state: number) {}

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number in [low, high]. */
  whole(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.next());
  }

  /** Throws on an empty list. */
  pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(list.length * this.next())];
    if (picked === undefined) throw new Error('there is nothing to pick from');
    return picked;
  }

  /** Half of the values lie below the median; sigma is the deviation of the logarithm. */
  logNormal(median: number, sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(sigma * normal);
  }

  /** Knuth's way; fine for small means. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count += 1;
    return count;
  }
}

/** A row of its own for each thing, so that one more draw in one place changes nothing elsewhere. FNV-1a over the parts. */
export function randomFor(seed: number, ...parts: (string | number)[]): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (const letter of parts.join('/')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return new Random(hash);
}
