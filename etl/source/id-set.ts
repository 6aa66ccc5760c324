import { createHash } from 'node:crypto';

const FIRST_PLACES = 1 << 12;

/** Remembers which ids came, in 16 bytes or so for each, however many. Of ten million ids two are taken for one about once in a million sets. */
export class IdSet {
  private places = new BigUint64Array(FIRST_PLACES);
  private count = 0;

  add(id: string): void {
    if (this.count * 2 >= this.places.length) this.grow();
    if (this.put(this.places, printOf(id))) this.count += 1;
  }

  has(id: string): boolean {
    const print = printOf(id);
    return this.places[this.placeOf(this.places, print)] === print;
  }

  private grow(): void {
    const larger = new BigUint64Array(this.places.length * 2);
    for (const print of this.places) if (print !== 0n) this.put(larger, print);
    this.places = larger;
  }

  /** False when it was there. */
  private put(places: BigUint64Array, print: bigint): boolean {
    const place = this.placeOf(places, print);
    if (places[place] === print) return false;
    places[place] = print;
    return true;
  }

  /** Where the print is, or belongs. */
  private placeOf(places: BigUint64Array, print: bigint): number {
    const mask = places.length - 1;
    let place = Number(print & BigInt(mask));
    while (places[place] !== 0n && places[place] !== print) place = (place + 1) & mask;
    return place;
  }
}

/** Never 0, which is an empty place. */
const printOf = (id: string): bigint => createHash('md5').update(id).digest().readBigUInt64LE(0) || 1n;
