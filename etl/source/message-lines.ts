import { SourceError } from './source-error.js';

/** Longer than any record: a line that never ends must not fill the memory. */
const LONGEST_LINE = 32_000_000;

/** The lines of a stream, one at a time: nothing more is read of it until the line before was taken. */
export async function* messageLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of input) {
    const pieces = (typeof bytes === 'string' ? bytes : decoder.decode(bytes, { stream: true })).split('\n');
    pieces[0] = rest + pieces[0];
    rest = pieces.pop() ?? '';
    if (rest.length > LONGEST_LINE)
      throw new SourceError('schema', `A message is longer than ${LONGEST_LINE} characters. Is the output one JSON text in each line?`);
    yield* pieces;
  }
  if (rest.trim() !== '') yield rest;
}
