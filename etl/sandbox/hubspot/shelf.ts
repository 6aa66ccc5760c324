import type { Kept } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';

/** The records of one kind in the order of their ids, brought up to date when the company changes. */
export class Shelf<T extends Kept> {
  private revision = -1;
  private ordered: T[] = [];
  private byId = new Map<string, T>();

  constructor(
    private readonly company: SampleCompany,
    private readonly take: (company: SampleCompany) => T[],
  ) {}

  all(): T[] {
    if (this.revision !== this.company.revision) {
      this.ordered = [...this.take(this.company)].sort((a, b) => Number(a.id) - Number(b.id));
      this.byId = new Map(this.ordered.map((record) => [record.id, record]));
      this.revision = this.company.revision;
    }
    return this.ordered;
  }

  find(id: string): T | null {
    this.all();
    return this.byId.get(id) ?? null;
  }

  /** Records with an id at or after the given one, that are deleted or not, as many as asked and one more if there is one. */
  from(id: number, options: { archived: boolean; count: number }): T[] {
    const all = this.all();
    const found: T[] = [];
    for (let index = firstAtOrAfter(all, id); index < all.length && found.length <= options.count; index += 1) {
      const record = all[index];
      if (record !== undefined && (record.archivedAt !== null) === options.archived) found.push(record);
    }
    return found;
  }
}

function firstAtOrAfter(ordered: Kept[], id: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(ordered[middle]?.id) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
