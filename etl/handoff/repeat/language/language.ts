import type { BriefSection } from '../../../warehouse/index.js';

/** Languages that have rules of their own. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Patterns of one language, for one sentence in the spelling of `plain()`: lower case and without accents. */
export interface LanguageRules {
  /** For a sentence as it was written, in any case: without one of these none of `repeated` is looked for. */
  hints: readonly string[];
  /** A customer says that it was said before. */
  repeated: readonly string[];
  /** A sentence with one of these does not say so, whatever else it has. */
  never: readonly string[];
  /** What agents ask who have not read this section of the brief; for sentences that end in a question mark. */
  asked: Record<BriefSection, readonly string[]>;
}
