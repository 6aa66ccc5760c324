const YES = new Set(['true', 'yes', 'y', 't', '1', 'x', 'on']);
const NO = new Set(['false', 'no', 'n', 'f', '0', 'off']);

/** Yes or no. Throws with the reason when the cell says neither. */
export function flagOf(cell: string): boolean {
  const word = cell.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new Error('is neither yes nor no; name the values that mean yes as { "column": ..., "values": [...] }');
}
