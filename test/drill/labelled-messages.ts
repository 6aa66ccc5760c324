import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LANGUAGES, type Language } from '../../etl/handoff/repeat/language/language.js';

/** A message and what a person says of it. */
export interface Labelled {
  language: Language;
  from: 'customer' | 'agent';
  kind: string;
  label: 'inferred' | 'asked again' | 'none';
  /** Of the brief, that an agent asks for. */
  section: string | null;
  text: string;
  half: 'train' | 'held-out';
  /** 1 was written before the rules; 2 after the first of them, and made hard for them. */
  round: 1 | 2;
}

/** Every labelled message. Rules are tuned on one half; the text itself decides which, so that nobody can choose. */
export function labelledMessages(): Labelled[] {
  return LANGUAGES.flatMap((language) =>
    readFileSync(resolve(`etl/handoff/repeat/labelled/${language}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const message: Omit<Labelled, 'language' | 'half'> = JSON.parse(line);
        return { ...message, language, half: halfOf(message.text) };
      }),
  );
}

const halfOf = (text: string): Labelled['half'] => ((createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0 ? 'train' : 'held-out');
