import { cellOf } from './cell.js';
import { dateOf } from './date-cell.js';
import { flagOf } from './flag-cell.js';
import { listOf } from './list-cell.js';
import type { MappedTable } from './mapped-table.js';
import type { Dimensions, Flag, List } from './mapping-column.js';
import { decimalOf } from './number-cell.js';

/** How the cells of one table are to be understood. */
export interface Reading {
  table: MappedTable;
  timeZone: string;
  currency: string;
}

/** One row, read by its mapping. A column that is not mapped, and an empty cell, are null; a wrong cell throws with column, value and reason. */
export class Row {
  constructor(
    private readonly cells: Readonly<Record<string, unknown>>,
    private readonly reading: Reading,
  ) {}

  text(column: string | undefined): string | null {
    if (column === undefined) return null;
    const cell = cellOf(this.cells, column);
    return cell && !this.reading.table.absent?.[column]?.includes(cell) ? cell : null;
  }

  /** Throws when the cell is empty. */
  needed(column: string): string {
    const text = this.text(column);
    if (text === null) throw new Error(`${column} is empty, and the row cannot be placed without it`);
    return text;
  }

  moment(column: string | undefined): Date | null {
    return this.understood(column, (cell) => dateOf(cell, this.reading.table.dateFormat ?? 'iso', this.reading.timeZone));
  }

  /** Throws when the cell is empty. */
  neededMoment(column: string): Date {
    const at = this.moment(column);
    if (at === null) throw new Error(`${column} is empty, and the row says nothing without it`);
    return at;
  }

  decimal(column: string | undefined): string | null {
    return this.understood(column, (cell) => decimalOf(cell, this.reading.table.decimal ?? '.'));
  }

  /** The currency of an amount in this row. */
  currency(column: string | undefined): string {
    return this.text(column)?.toUpperCase() ?? this.reading.currency;
  }

  /** Null where the row does not say. */
  flag(flag: Flag | undefined): boolean | null {
    if (flag === undefined || typeof flag === 'string') return this.understood(flag, flagOf);
    const cell = this.text(flag.column);
    return cell === null ? null : flag.values.includes(cell);
  }

  /** The cell in our words; null when it is empty or not among `values`. */
  translated<T extends string>(column: string, values: Record<string, T>): T | null {
    const cell = this.text(column);
    return cell !== null && Object.hasOwn(values, cell) ? (values[cell] ?? null) : null;
  }

  /** Empty where the row says none. */
  list(list: List | undefined): string[] {
    if (list === undefined) return [];
    const [column, separator] = typeof list === 'string' ? [list, ','] : [list.column, list.separator];
    return this.understood(column, (cell) => listOf(cell, separator)) ?? [];
  }

  dimensions(dimensions: Dimensions | undefined): Record<string, string> {
    const said = sorted(dimensions ?? {}).map(([name, from]) => {
      const column = typeof from === 'string' ? from : from.column;
      const value = (typeof from === 'string' ? null : this.translated(column, from.values)) ?? this.text(column);
      return [name, value] as const;
    });
    return Object.fromEntries(said.filter((pair): pair is readonly [string, string] => pair[1] !== null));
  }

  private understood<T>(column: string | undefined, understand: (cell: string) => T): T | null {
    const cell = this.text(column);
    if (cell === null) return null;
    try {
      return understand(cell);
    } catch (cause) {
      throw new Error(`${column} '${short(cell)}' ${(cause as Error).message}`, { cause });
    }
  }
}

/** In one order, whatever order a store of settings gives them: what is read must not seem to change. */
export const sorted = <T>(by: Readonly<Record<string, T>>): [string, T][] => Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1));

const short = (cell: string) => (cell.length > 60 ? `${cell.slice(0, 57)}...` : cell);
