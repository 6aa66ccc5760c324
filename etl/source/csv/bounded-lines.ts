import { refused } from './csv-bytes.js';
import { LONGEST_ROW } from './csv-table.js';

/**
 * The pieces as they come, until a line of them is longer than a row may be: the parser counts what stands in cells and not what stands
 * between them, and would hold a line of commas as millions of cells. Throws a SourceError that names the line.
 */
export async function* boundedLines(name: string, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let feeds = 0;
  let returns = 0;
  let length = 0;
  for await (const piece of pieces) {
    feeds += countOf(piece, '\n');
    returns += countOf(piece, '\r');
    const end = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'));
    length = end === -1 ? length + piece.length : piece.length - end - 1;
    if (length > LONGEST_ROW)
      throw refused(`${name}: line ${Math.max(feeds, returns) + 1} is longer than a million characters. Export the file again.`);
    yield piece;
  }
}

const countOf = (text: string, character: string): number => text.split(character).length - 1;
