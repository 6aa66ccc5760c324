import type { Moment } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';

/** A row of an export: what it is, and the whole second at which it last changed. */
export interface Row<T> {
  second: number;
  id: number;
  held: T;
}

/** Rows in the order of their change, ids deciding between equals; brought up to date when the company changes. */
export class Timeline<T> {
  private revision = -1;
  private rows: Row<T>[] = [];

  constructor(
    private readonly company: SampleCompany,
    private readonly take: (company: SampleCompany) => { at: Moment; id: string; held: T }[],
  ) {}

  all(): Row<T>[] {
    if (this.revision !== this.company.revision) {
      this.rows = this.take(this.company).map(({ at, id, held }) => ({ second: Math.floor(at / 1000), id: Number(id), held }));
      this.rows.sort((a, b) => a.second - b.second || a.id - b.id);
      this.revision = this.company.revision;
    }
    return this.rows;
  }

  /** Where the rows at or after this place begin. */
  indexOf(place: { second: number; id: number }): number {
    const rows = this.all();
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = rows[middle];
      if (row !== undefined && (row.second < place.second || (row.second === place.second && row.id < place.id))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
