const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Counts the line ends of a file chunk by chunk, of whichever kind it has more; those inside quotes are counted too. Answers the sum so far. */
export function lineMeter(): (chunk: Buffer) => number {
  let feeds = 0;
  let returns = 0;
  return (chunk) => {
    feeds += countOf(chunk, LINE_FEED);
    returns += countOf(chunk, CARRIAGE_RETURN);
    return Math.max(feeds, returns);
  };
}

function countOf(chunk: Buffer, byte: number): number {
  let count = 0;
  for (let at = chunk.indexOf(byte); at !== -1; at = chunk.indexOf(byte, at + 1)) count += 1;
  return count;
}
