/** "Mr. Hart" and "z. B." end no sentence. */
const ABBREVIATIONS =
  'mr|mrs|ms|dr|prof|nr|st|inc|ltd|approx|e\\.g|i\\.e|hr|fr|z|b|bzw|ca|d|h|u|a|evtl|ggf|inkl|m|mme|mlle|sr|sra|srta|ud|uds|eng|dra|exmo';

const ENDS = new RegExp(`(?<=[.?!…])(?<!(?:^|[\\s(])(?:${ABBREVIATIONS})\\.)\\s+|\\n\\s*\\n`, 'i');

/** So that a text without a full stop is read in linear time, too. */
const MOST_CHARACTERS = 600;

/** Sentences as they were written, without the space around them; one of more than 600 characters comes in pieces. */
export function sentences(text: string): string[] {
  return text
    .split(ENDS)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')
    .flatMap(inPieces);
}

function inPieces(sentence: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < sentence.length; from += MOST_CHARACTERS) pieces.push(sentence.slice(from, from + MOST_CHARACTERS));
  return pieces;
}

/** One spelling of a sentence for patterns: lower case, no accents, straight apostrophes. "Déjà" and "deja" are the same. */
export const plain = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replaceAll(/[’‘`´ʼ]/g, "'")
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
