import { describe, expect, test } from 'vitest';
import { BUILT_IN_RULES } from '../rules.js';
import { ownPhrase } from './own-phrase.js';
import { type RepeatRules, repeatReader } from './repeat-reader.js';

const rules = (given: Partial<RepeatRules>): RepeatRules => ({ ...BUILT_IN_RULES.repeat, ...given });
const only = (...phrases: string[]) => repeatReader(rules({ phrases, languages: [] }));

describe('a phrase of a workspace', () => {
  test('is found in any case and with any accents', () => {
    expect(only('déjà vu').repeated('C’est du DEJA VU.')).toBe('C’est du DEJA VU.');
    expect(only('ya lo se').repeated('Ya lo sé.')).toBe('Ya lo sé.');
  });

  test.each([
    ['told * again', 'I told you again.', true],
    ['told * again', 'I told again.', true],
    ['told * again', 'I told you all of it again.', true],
    ['told * again', 'I told you all of it once again.', true],
    ['told * again', 'I told you and him and her and them again.', false],
    ['fill', 'I filled it.', false],
    ['(yes) [maybe].*', 'Well (yes) [maybe].', true],
    ['c++ again', 'We need C++ again here', true],
    ['follow-up', 'Another follow-up on this.', true],
    ['a/b {c} ^$ -', 'It is a/b {c} ^$ - now', true],
  ])('%j in %j: %s', (phrase, text, found) => {
    expect(only(phrase).repeated(text) !== null).toBe(found);
  });

  test('of stars alone is none', () => {
    expect(ownPhrase('* * *')).toBeNull();
    expect(only('***').repeated('As I already told you.')).toBeNull();
  });

  test('that never means it silences a sentence and no other', () => {
    const reader = repeatReader(rules({ never: ['as i * told'] }));
    expect(reader.repeated('As I already told you, no. I have explained this twice to you.')).toBe('I have explained this twice to you.');
  });
});

describe('the rules of a workspace', () => {
  const GERMAN = 'Wie ich Ihrem Kollegen bereits erklärt habe, nutzen wir SAP.';

  test('choose the languages', () => {
    expect(repeatReader(rules({ languages: ['de'] })).repeated(GERMAN)).toBe(GERMAN);
    expect(repeatReader(rules({ languages: ['en', 'fr'] })).repeated(GERMAN)).toBeNull();
    expect(repeatReader(rules({ languages: ['de'] })).asked('How will you measure success?')).toEqual([]);
  });

  test('are compiled once', () => {
    const mine = rules({ phrases: ['same again'] });
    expect(repeatReader(mine)).toBe(repeatReader(mine));
  });
});
