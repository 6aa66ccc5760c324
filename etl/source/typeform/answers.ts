import type { Answer, Question, Response } from './response.js';
import type { TypeformMapping } from './settings.js';

export interface Score {
  means: 'csat' | 'nps' | 'ces';
  /** '1-5', '1-10', '0-10' or another row of numbers from one on. */
  scale: string;
  score: number;
  satisfied: boolean | null;
}

/** What a response says of what is asked everywhere. */
export interface Answers {
  scores: Score[];
  /** Null when it was not asked or not answered. */
  repeated: boolean | null;
  comment: string | null;
}

export function answersOf({ answers, form }: Response, mapping: TypeformMapping): Answers {
  const asked = (answers ?? []).flatMap((answer) => {
    const question = form.questions.find(({ id }) => id === answer.field.id);
    const rule = question === undefined ? null : ruleOf(question, mapping);
    return question === undefined || rule === null ? [] : [{ answer, question, rule }];
  });
  const scores: Score[] = [];
  for (const { answer, question, rule } of asked) {
    if (rule.means === 'repeated' || rule.means === 'comment' || scores.some(({ means }) => means === rule.means)) continue;
    const score = scoreOf(answer, question, { means: rule.means, satisfiedFrom: rule.satisfiedFrom });
    if (score !== null) scores.push(score);
  }
  const repeated = asked.filter(({ rule }) => rule.means === 'repeated').map(({ answer, question }) => yes(answer, question, mapping));
  const comments = asked.filter(({ rule }) => rule.means === 'comment').map(({ answer }) => answer.text?.trim() || null);
  return { scores, repeated: repeated.find((one) => one !== null) ?? null, comment: comments.find((one) => one !== null) ?? null };
}

type Rule = TypeformMapping['questions'][number];

/** A question of the type NPS is one, whatever its words. */
function ruleOf({ id, ref, title, type }: Question, { questions }: TypeformMapping): Rule | null {
  if (type === 'nps') return { contains: '', means: 'nps', satisfiedFrom: null };
  return questions.find(({ contains }) => [id, ref].includes(contains) || title.toLowerCase().includes(contains.toLowerCase())) ?? null;
}

function scoreOf(
  { number }: Answer,
  question: Question,
  { means, satisfiedFrom }: { means: Score['means']; satisfiedFrom: number | null },
): Score | null {
  if (number == null) return null;
  const { most, zero } = spanOf(question);
  // A row from 0 to 4 is the row from 1 to 5, one lower; only 0 to 10 is a row of its own.
  const shifted = zero && most !== 10 ? { score: number + 1, scale: `1-${most + 1}` } : { score: number, scale: `${zero ? 0 : 1}-${most}` };
  const satisfied = means === 'csat' ? number >= (satisfiedFrom ?? usualShare(most + (zero ? 1 : 0)) - (zero ? 1 : 0)) : null;
  return { means, ...shifted, satisfied };
}

const NPS_MOST = 10;

/** The lowest and the highest number that can be answered; a rating begins at one. */
function spanOf({ type, steps, start_at_one: atOne }: Question): { most: number; zero: boolean } {
  if (type === 'nps') return { most: NPS_MOST, zero: true };
  const zero = type === 'opinion_scale' && !atOne;
  const count = steps ?? (type === 'opinion_scale' ? 11 : 5);
  return { most: zero ? count - 1 : count, zero };
}

/** Of a row that begins with one, from where on an answer counts as satisfied: 4 of 5, 6 of 7, 9 of 10. */
const usualShare = (most: number): number => (most === 11 ? 10 : Math.max(2, most - 1));

/** On a row of numbers the upper two fifths agree. */
function yes({ boolean, choice, number }: Answer, question: Question, { yesChoices }: TypeformMapping): boolean | null {
  if (boolean != null) return boolean;
  if (choice?.label) return yesChoices.includes(choice.label.trim().toLowerCase());
  return number == null ? null : number >= spanOf(question).most * 0.8;
}

/** The address that a question asks for, else the one in a hidden field; lower case. Null when there is none. */
export function emailOf({ answers, hidden }: Response, { emailHidden }: TypeformMapping): string | null {
  const asked = (answers ?? []).find(({ email }) => email)?.email;
  const given = asked ?? (emailHidden === null ? null : hidden?.[emailHidden]);
  const email = typeof given === 'string' ? given.trim().toLowerCase() : '';
  return email.includes('@') ? email : null;
}

export function accountOf({ hidden }: Response, { accountHidden }: TypeformMapping): string | null {
  const given = accountHidden === null ? null : hidden?.[accountHidden];
  const key = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  // A link whose placeholder nobody filled in names no account.
  return key === '' || /^x+$/i.test(key) ? null : key;
}
