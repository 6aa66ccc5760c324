export interface JsonBounds {
  /** Of objects and lists inside each other. */
  depth: number;
  /** Members of objects and entries of lists, all together. */
  parts: number;
}

const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/gs;

/** A whole pair of surrogates, or one unit of UTF-16, or any other escape. */
const ESCAPE = /\\u(?:d[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|([0-9a-f]{4}))|\\./gis;

/**
 * Why a body may not be read as JSON, in words; null when it may. Found before anything is built from it: what is read later is walked
 * as deep as it goes. Whether it is JSON at all is not asked.
 */
export function jsonMistake(bytes: Buffer, bounds: JsonBounds): string | null {
  // One byte is one character: all that is looked for is ASCII.
  const text = bytes.toString('latin1');
  return boundsMistake(text.replace(STRING, ''), bounds) ?? characterMistake(text);
}

function boundsMistake(bare: string, bounds: JsonBounds): string | null {
  let depth = 0;
  let parts = 0;
  for (const character of bare) {
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === ',' || character === ':') parts += 1;
    if (depth > bounds.depth) return `The body is nested deeper than ${bounds.depth} levels.`;
  }
  return parts > bounds.parts ? `The body has more than ${bounds.parts} parts.` : null;
}

/** Postgres takes no U+0000, and half a pair of surrogates is no character. */
function characterMistake(text: string): string | null {
  for (const [, unit] of text.matchAll(ESCAPE)) {
    if (unit === '0000') return 'The body holds the character U+0000, which no text has.';
    if (unit !== undefined && /^d[89a-f]/i.test(unit)) return 'The body holds half a character: a surrogate without its other half.';
  }
  return null;
}
