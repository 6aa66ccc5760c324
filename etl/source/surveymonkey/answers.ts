import type { SurveymonkeyMapping } from './settings.js';
import type { Question, Response } from './wire.js';

type Meaning = SurveymonkeyMapping['questions'][number];

/** What one response says, by what its questions mean. */
export interface Answers {
  scores: { means: 'csat' | 'nps' | 'ces'; scale: Meaning['scale']; score: number }[];
  /** Null when it was not asked or not answered. */
  repeated: boolean | null;
  comment: string | null;
}

interface Given {
  question: Question;
  meaning: Meaning;
  choiceIds: string[];
  text: string | null;
}

/** Reads a response by the mapping. Throws when an answered question has a choice whose number nothing tells. */
export function answersOf(response: Response, mapping: SurveymonkeyMapping): Answers {
  const given = response.pages.flatMap(({ questions }) => questions).flatMap((answered) => meant(answered, response, mapping));
  return {
    scores: given.flatMap((one) => score(one)),
    repeated: repeatedIn(given, mapping),
    comment: given.flatMap(({ meaning, text }) => (meaning.means === 'comment' && text ? [text] : [])).join('\n') || null,
  };
}

function meant(
  { id, answers }: Response['pages'][number]['questions'][number],
  { asked }: Response,
  mapping: SurveymonkeyMapping,
): Given[] {
  const question = asked[id];
  if (!question) return [];
  const heading = question.heading.toLowerCase();
  const meaning = mapping.questions.find(({ contains }) => contains === id || heading.includes(contains.toLowerCase()));
  if (!meaning) return [];
  const text = answers.flatMap((answer) => (answer.text?.trim() ? [answer.text.trim()] : [])).join('\n') || null;
  return [{ question, meaning, choiceIds: answers.flatMap(({ choice_id }) => choice_id ?? []), text }];
}

/** Least and greatest answer of each scale. */
const BOUNDS: Record<Meaning['scale'], [least: number, most: number]> = {
  '1-5': [1, 5],
  '1-7': [1, 7],
  '1-10': [1, 10],
  '0-10': [0, 10],
  'good-bad': [0, 1],
};

function score({ question, meaning, choiceIds, text }: Given): Answers['scores'] {
  const { means, scale } = meaning;
  if (means === 'repeated' || means === 'comment') return [];
  const [chosen] = choiceIds;
  if (chosen === undefined && text === null) return [];
  const choice = chosen === undefined ? { text: text ?? '' } : question.choices[chosen];
  if (!choice) throw new Error(`"${question.heading}": choice ${chosen} is not in the survey any more`);
  const [least, most] = BOUNDS[scale];
  const number = numberOf(choice, meaning);
  if (number === null) throw new Error(`"${question.heading}": what number "${choice.text}" is must be told by the mapping`);
  if (number < least || number > most) throw new Error(`"${question.heading}": ${number} is not on the scale ${scale}`);
  return [{ means, scale, score: number }];
}

/** NPS choices weigh -100, 0 and 100: their words hold the number. */
function numberOf({ text, weight }: { text: string; weight?: number | null | undefined }, { means, values }: Meaning): number | null {
  const told = values[text.trim()];
  if (told !== undefined) return told;
  const inWords = /^\D*(\d{1,2})\b/.exec(text)?.[1];
  const words = inWords === undefined ? null : Number(inWords);
  return means === 'nps' ? words : (weight ?? words);
}

function repeatedIn(given: Given[], { yesChoices }: SurveymonkeyMapping): boolean | null {
  const said = given.filter(({ meaning, choiceIds }) => meaning.means === 'repeated' && choiceIds.length > 0);
  if (said.length === 0) return null;
  const yes = new Set(yesChoices.map((text) => text.toLowerCase()));
  return said.some(({ question, choiceIds }) => choiceIds.some((id) => yes.has(question.choices[id]?.text.trim().toLowerCase() ?? '')));
}
