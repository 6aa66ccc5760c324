/** The words of one cell: a JSON list, or words with `separator` between them. Throws with the reason when it is a list of anything else. */
export function listOf(cell: string, separator: string): string[] {
  const words = cell.startsWith('[') ? jsonWords(cell) : cell.split(separator);
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}

function jsonWords(cell: string): string[] {
  const list: unknown = parsedList(cell);
  if (!Array.isArray(list) || list.some((word) => typeof word === 'object')) throw new Error('is not a list of words');
  return list.map(String);
}

function parsedList(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch (cause) {
    throw new Error('begins like a JSON list and is none', { cause });
  }
}
