import type { Language } from './language.js';

/** Words that are frequent in one of the languages and in no other. */
const WORDS: Record<Language, readonly string[]> = {
  en: ['the', 'and', 'you', 'is', 'we', 'that', 'with', 'this', 'have', 'are', 'not', 'your', 'can', 'please', 'thanks', 'what', 'how'],
  de: [
    'der',
    'die',
    'und',
    'ist',
    'wir',
    'nicht',
    'das',
    'ich',
    'mit',
    'sie',
    'haben',
    'ein',
    'eine',
    'bitte',
    'auf',
    'zu',
    'uns',
    'danke',
    'wie',
  ],
  fr: [
    'le',
    'les',
    'et',
    'est',
    'nous',
    'vous',
    'pas',
    'je',
    'une',
    'pour',
    'dans',
    'avec',
    'sur',
    'merci',
    'bonjour',
    'votre',
    'notre',
    'des',
    'il',
  ],
  es: [
    'el',
    'los',
    'y',
    'es',
    'las',
    'por',
    'una',
    'con',
    'del',
    'gracias',
    'hola',
    'su',
    'nuestro',
    'nuestra',
    'puede',
    'tenemos',
    'está',
    'muy',
    'pero',
  ],
  pt: [
    'os',
    'um',
    'uma',
    'não',
    'nao',
    'com',
    'obrigado',
    'obrigada',
    'olá',
    'você',
    'vocês',
    'nosso',
    'nossa',
    'em',
    'ao',
    'é',
    'são',
    'temos',
    'mas',
  ],
};

const LANGUAGE_OF_WORD = new Map(Object.entries(WORDS).flatMap(([language, words]) => words.map((word) => [word, language as Language])));

const FEWEST = 2;

/** The language a text is most likely in, by its small words; null when fewer than two tell, or two languages tie. */
export function languageOf(text: string): Language | null {
  const counts = new Map<Language, number>();
  for (const word of text
    .slice(0, 2_000)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    const language = LANGUAGE_OF_WORD.get(word);
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= FEWEST && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
