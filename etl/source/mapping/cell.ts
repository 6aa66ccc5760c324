/**
 * What a row says in one column, as text without the blanks around it. A column that the row does not have is a path
 * into it: 'properties.dealname'. Undefined where it says nothing.
 */
export function cellOf(row: Readonly<Record<string, unknown>>, column: string): string | undefined {
  const value = Object.hasOwn(row, column) ? row[column] : column.includes('.') ? within(row, column.split('.')) : undefined;
  return textOf(value)?.trim() || undefined;
}

function within(row: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? (at as Record<string, unknown>)[step] : undefined),
    row,
  );
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
