import { describe, expect, test } from 'vitest';
import { answersOf } from './answers.js';
import { surveymonkeyMapping } from './settings.js';
import { wireResponse } from './wire.js';

const mapping = surveymonkeyMapping.parse({});
type Choice = { text: string; weight?: number | null };

interface Asked {
  heading: string;
  choices?: Choice[];
  chosen?: number[];
  text?: string;
}

const read = (asked: Asked[], use = mapping) => {
  const questions = asked.map(({ chosen = [], text }, n) => ({
    id: `q${n}`,
    answers: [...chosen.map((index) => ({ choice_id: `q${n}c${index}` })), ...(text === undefined ? [] : [{ text }])],
  }));
  const headings = asked.map(({ heading, choices = [] }, n) => [
    `q${n}`,
    { heading, choices: Object.fromEntries(choices.map((choice, index) => [`q${n}c${index}`, choice])) },
  ]);
  const response = wireResponse.parse({
    id: '1',
    response_status: 'completed',
    date_created: '2026-03-01T10:00:00+00:00',
    date_modified: '2026-03-01T10:05:00+00:00',
    pages: [{ questions }],
    asked: Object.fromEntries(headings),
  });
  return answersOf(response, use);
};

const stars = [1, 2, 3, 4, 5].map((weight) => ({ text: '', weight }));
const nps = Array.from({ length: 11 }, (_, n) => ({
  text: n === 0 ? '0 - Not at all' : String(n),
  weight: n < 7 ? -100 : n < 9 ? 0 : 100,
}));
const words = ['Very satisfied', 'Satisfied', 'Neither', 'Dissatisfied', 'Very dissatisfied'].map((text) => ({ text }));

describe('a score', () => {
  test('is the weight of the chosen stars', () => {
    expect(read([{ heading: 'How SATISFIED are you?', choices: stars, chosen: [3] }]).scores).toEqual([
      { means: 'csat', scale: '1-5', score: 4 },
    ]);
  });

  test.each([0, 6, 10])('of a recommendation is in its words, not its weight: %i', (n) => {
    expect(read([{ heading: 'How likely is it …', choices: nps, chosen: [n] }]).scores).toEqual([
      { means: 'nps', scale: '0-10', score: n },
    ]);
  });

  test('is told by the mapping where choices are only words', () => {
    const question = {
      contains: 'satisfied',
      means: 'csat' as const,
      scale: '1-5' as const,
      values: { 'Very satisfied': 5, Satisfied: 4 },
    };
    const asked = [{ heading: 'How satisfied are you?', choices: words, chosen: [0] }];
    expect(read(asked, { ...mapping, questions: [question] }).scores).toEqual([{ means: 'csat', scale: '1-5', score: 5 }]);
    expect(() => read(asked)).toThrow('what number "Very satisfied" is must be told by the mapping');
  });

  test('off its scale is refused', () => {
    expect(() => read([{ heading: 'How satisfied?', choices: [{ text: 'x', weight: 7 }], chosen: [0] }])).toThrow(
      '7 is not on the scale 1-5',
    );
  });

  test('of a choice that was taken out of the survey is refused', () => {
    expect(() => read([{ heading: 'How satisfied?', choices: [], chosen: [0] }])).toThrow('choice q0c0 is not in the survey any more');
  });

  test('of a question left empty, or not mapped, is none', () => {
    expect(
      read([
        { heading: 'How satisfied?', choices: stars },
        { heading: 'Your age?', choices: stars, chosen: [1] },
      ]).scores,
    ).toEqual([]);
  });
});

describe('that something had to be repeated', () => {
  const asked = (chosen: number[]) => [{ heading: 'I had to repeat myself', choices: [{ text: 'Agree' }, { text: 'Disagree' }], chosen }];
  test.each<[string, number[], boolean | null]>([
    ['is said by a choice that means yes', [0], true],
    ['is denied by any other', [1], false],
    ['is unknown when nothing was chosen', [], null],
  ])('%s', (_, chosen, repeated) => {
    expect(read(asked(chosen)).repeated).toBe(repeated);
  });
});

test('the comment is what was written under its question', () => {
  expect(
    read([
      { heading: 'Anything else?', text: ' Slow start. ' },
      { heading: 'Your name?', text: 'Ann' },
    ]).comment,
  ).toBe('Slow start.');
});
