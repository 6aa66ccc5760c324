import type { Passage } from './repeat.schema.js';

/** Characters shown on either side. */
const AROUND = 240;

/** The words where they stand in a text, as both read without line breaks; the words alone when the text has them no more. */
export function passageIn(text: string | null, words: string): Passage {
  const whole = (text ?? '').replace(/\s+/g, ' ').trim();
  const at = whole.indexOf(words);
  if (at === -1) return { before: '', words, after: '' };
  return { before: cutBefore(whole.slice(0, at)), words, after: cutAfter(whole.slice(at + words.length)) };
}

const cutBefore = (text: string) => (text.length <= AROUND ? text : `…${text.slice(-AROUND)}`);

const cutAfter = (text: string) => (text.length <= AROUND ? text : `${text.slice(0, AROUND)}…`);
