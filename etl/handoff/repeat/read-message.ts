import type { BriefSection } from '../../warehouse/index.js';
import { ownWords, plain, sentences } from './own-words.js';
import { REPEAT_RULES, SECTION_QUESTIONS } from './repeat-rules.js';

/** A longer message is read up to here: nobody complains first on page ten. */
const READ_CHARACTERS = 20_000;

const own = (body: string) => sentences(ownWords(body.slice(0, READ_CHARACTERS)));

/** The customer's sentence that says that this was said before, as it was written; null when there is none. */
export function repeatedWords(body: string): string | null {
  return own(body).find((sentence) => REPEAT_RULES.some(({ pattern }) => pattern.test(plain(sentence)))) ?? null;
}

export interface AskedSection {
  section: BriefSection;
  /** The agent's question. */
  words: string;
}

/** The sections of the brief that an agent's message asks for, each once. */
export function askedSections(body: string): AskedSection[] {
  const questions = own(body).filter((sentence) => sentence.endsWith('?'));
  return SECTION_QUESTIONS.flatMap(({ section, pattern }) => {
    const words = questions.find((question) => pattern.test(plain(question)));
    return words === undefined ? [] : [{ section, words }];
  });
}
