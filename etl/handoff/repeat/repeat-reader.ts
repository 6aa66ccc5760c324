import type { BriefSection } from '../../warehouse/index.js';
import { BUILT_IN_RULES, type Rules } from '../rules.js';
import { de } from './language/de.js';
import { en } from './language/en.js';
import { es } from './language/es.js';
import { fr } from './language/fr.js';
import type { Language, LanguageRules } from './language/language.js';
import { pt } from './language/pt.js';
import { ownPhrase } from './own-phrase.js';
import { ownWords } from './own-words.js';
import { plain, sentences } from './sentence.js';

export type RepeatRules = Rules['repeat'];

export interface AskedSection {
  section: BriefSection;
  /** The agent's question, as it was written. */
  words: string;
}

/** Reads messages by the rules of one workspace. */
export interface RepeatReader {
  /** The customer's sentence that says that this was said before, as it was written; null when there is none. */
  repeated(body: string): string | null;
  /** The sections of the brief that an agent's message asks for, each once. */
  asked(body: string): AskedSection[];
}

/** A longer message is read up to here: nobody complains first on page ten. */
const READ_CHARACTERS = 20_000;

const LANGUAGE_RULES: Record<Language, LanguageRules> = { en, de, fr, es, pt };

interface Compiled {
  hint: RegExp;
  repeated: RegExp[];
  never: RegExp[];
  asked: { section: BriefSection; patterns: RegExp[] }[];
}

const COMPILED = new Map(Object.entries(LANGUAGE_RULES).map(([language, rules]) => [language, compiled(rules)]));

function compiled({ hints, repeated, never, asked }: LanguageRules): Compiled {
  const all = (patterns: readonly string[]) => patterns.map((pattern) => new RegExp(pattern));
  return {
    hint: new RegExp(hints.join('|'), 'i'),
    repeated: all(repeated),
    never: all(never),
    asked: Object.entries(asked).map(([section, patterns]) => ({ section: section as BriefSection, patterns: all(patterns) })),
  };
}

const known = new WeakMap<RepeatRules, RepeatReader>();

/** The reader of these rules; the same for the same object, so that rules are compiled once. */
export function repeatReader(rules: RepeatRules = BUILT_IN_RULES.repeat): RepeatReader {
  const reader = known.get(rules) ?? newReader(rules);
  known.set(rules, reader);
  return reader;
}

function newReader(rules: RepeatRules): RepeatReader {
  const languages = rules.languages.flatMap((language) => COMPILED.get(language) ?? []);
  const phrases = rules.phrases.flatMap((phrase) => ownPhrase(phrase) ?? []);
  const never = rules.never.flatMap((phrase) => ownPhrase(phrase) ?? []);
  const says = (sentence: string) => {
    const words = plain(sentence);
    if (some(never, words)) return false;
    return some(phrases, words) || languages.some((one) => one.hint.test(sentence) && some(one.repeated, words) && !some(one.never, words));
  };
  return {
    repeated: (body) => own(body).find(says) ?? null,
    asked: (body) =>
      askedIn(
        own(body).filter((sentence) => sentence.endsWith('?') && !some(never, plain(sentence))),
        languages,
      ),
  };
}

function askedIn(questions: readonly string[], languages: readonly Compiled[]): AskedSection[] {
  const found = new Map<BriefSection, string>();
  for (const words of questions) {
    const question = plain(words);
    for (const { section, patterns } of languages.flatMap(({ asked }) => asked))
      if (!found.has(section) && some(patterns, question)) found.set(section, words);
  }
  return [...found].map(([section, words]) => ({ section, words }));
}

const own = (body: string) => sentences(ownWords(body.slice(0, READ_CHARACTERS)));

const some = (patterns: readonly RegExp[], text: string) => patterns.some((pattern) => pattern.test(text));
