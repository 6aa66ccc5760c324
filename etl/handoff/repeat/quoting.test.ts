import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelledMessages } from '../../../test/drill/labelled-messages.js';
import { timesAsLong } from '../../../test/times-as-long.js';
import { repeatReader } from './repeat-reader.js';

const { repeated, asked } = repeatReader();
const messages = labelledMessages();
const message = fc.constantFrom(...messages.map(({ text }) => text));

const quotedLines = (text: string) => text.replace(/^/gm, '> ');

/** Ways in which a mail carries another below it. */
const CARRY: ((below: string) => string)[] = [
  (below) => quotedLines(below),
  (below) => `On Tue, 4 Mar 2025 at 10:02, Ann Lee <ann@acme.com> wrote:\n${quotedLines(below)}`,
  (below) => `Am 04.03.2025 um 10:02 schrieb Ann Lee:\n\n${below}`,
  (below) => `Le mar. 4 mars 2025 à 10:02, Ann Lee <ann@acme.com> a écrit :\n\n${below}`,
  (below) => `El mar, 4 mar 2025 a las 10:02, Ann Lee escribió:\n\n${below}`,
  (below) => `Em ter., 4 de mar. de 2025 às 10:02, Ann Lee escreveu:\n\n${below}`,
  (below) => `From: Ann\nSent: Tuesday\nTo: us\nSubject: again\n\n${below}`,
  (below) => `Von: Ann\nGesendet: Dienstag\nAn: uns\nBetreff: AW\n\n${below}`,
  (below) => `De : Ann\nEnvoyé : mardi\nÀ : nous\nObjet : RE\n\n${below}`,
  (below) => `-----Mensaje original-----\n${below}`,
  (below) => `---------- Mensagem encaminhada ---------\n${below}`,
  (below) => `-- \n${below}`,
  (below) => `Mit freundlichen Grüßen\n${below}`,
  (below) => `Kind regards,\n${below}`,
];

describe('whatever is quoted below or stands in a signature', () => {
  test('adds no episode and no question to a message', () => {
    fc.assert(
      fc.property(message, message, fc.constantFrom(...CARRY), (above, below, carry) => {
        const carried = `${above}\n\n${carry(below)}`;
        expect(repeated(carried)).toBe(repeated(above));
        expect(asked(carried)).toEqual(asked(above));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a text of 20,000 characters', () => {
  const LENGTH = 20_000;
  /** What customers write, as many characters of it. */
  const ordinary: string[] = [];
  for (let [i, length] = [0, 0]; length < LENGTH; i++) {
    const { text = '' } = messages[i % messages.length] ?? {};
    ordinary.push(text);
    length += text.length;
  }
  const units = [
    'as i already ',
    'i have i have told ',
    'we ',
    'a',
    ' ',
    '\n',
    '\n\n ',
    '"',
    '„',
    '«',
    '> \n',
    'on 1 wrote:\n>\n',
    'thanks\n',
    'regards,\n',
    ...[
      'From: a\n',
      'wie ich ',
      'habe ich schon ',
      'comme je ',
      'je vous l’ai ',
      'como ya se lo ',
      'já lhe ',
      'the same ',
      'for the third ',
    ],
    ...['every time i ', 'do i ', 'why do you ask ', 'this was all ', 'mr. ', '?', '. ', 'é', '-', '_', 'wrote ', 'On 1 a, '],
  ];

  test.each(units)('of %j again and again is read in a bounded multiple of the time that other words take', (unit) => {
    const reading = (texts: string[]) => () => {
      for (const text of texts) {
        repeated(text);
        asked(text);
      }
    };
    expect(timesAsLong(reading([unit.repeat(Math.ceil(LENGTH / unit.length))]), reading(ordinary))).toBeLessThan(150);
  });
});
