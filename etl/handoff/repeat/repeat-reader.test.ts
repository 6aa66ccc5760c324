import { describe, expect, test } from 'vitest';
import { repeatReader } from './repeat-reader.js';

const { repeated: repeatedWords, asked: askedSections } = repeatReader();

describe('a customer says it again', () => {
  test.each([
    'As I already told your colleague, our SSO is Entra.',
    'As we told your sales team, the contract covers three sites.',
    'Like I said before, we need the archive too.',
    'I have explained this before.',
    "I've told your people twice already that we cannot open that port.",
    'For the third time: our fiscal year starts in July.',
    'This is the second time I have to explain our org chart.',
    'We went through all this with sales.',
    'We went over our requirements with your account executive at length.',
    'I already answered this.',
    'As I already explained, our approval process has three steps.',
    'I already explained our approval process to your colleague.',
    'I already sent this to you last week.',
    'We have already provided you with the list.',
    'I already filled that in on your kick-off form.',
    'Do I have to explain everything again?',
    "I'm tired of repeating myself.",
    'Why do we have to repeat all of this?',
    'How many times must I tell you that we are not on AWS?',
    'You asked me that last week.',
    'As I wrote to you, it is closed.',
    'We outlined it to your colleagues.',
    'We provided the list in the demo.',
    'I filled that in on the intake form.',
    'Do we really have to begin from scratch?',
    'How often do I have to describe it?',
    'Ya se lo expliqué a ustedes.',
    'Schon wieder muss ich alles erzählen.',
    'I was asked this twice, by two of your people.',
    'As mentioned before, we are closed in August.',
    'Did your sales rep not pass that on? We shared it in the demo.',
    'Wie ich Ihrem Kollegen bereits erklärt habe, nutzen wir SAP.',
    'Das habe ich Ihnen schon zweimal geschrieben.',
    'Zum dritten Mal: wir haben keinen Testserver.',
    'Muss ich das alles noch einmal erklären?',
    'Comme je vous l’ai déjà expliqué, nous avons deux entrepôts.',
    'Pour la troisième fois, notre TVA est différente.',
    'Nous avons déjà répondu à cette question.',
    'Como ya le expliqué a su compañero, usamos Okta.',
    'Por tercera vez: no tenemos servidor de pruebas.',
    '¿Tengo que volver a explicar todo?',
    'Como já expliquei ao seu colega, usamos o Okta.',
    'Pela terceira vez, não temos ambiente de testes.',
    'Vou ter que repetir tudo?',
  ])('in "%s"', (words) => {
    expect(repeatedWords(`Hello,\n\n${words}\n\nBest regards\nAnn`)).not.toBeNull();
  });
});

describe('a customer does not say it again', () => {
  test.each([
    'As I told my boss, the roll-out looks great.',
    'As I already told my boss, we like it.',
    'I have already explained this to our users.',
    'I already told my team about the new release.',
    'We went through all this with our auditors.',
    'I told our IT team last week to open the port.',
    'The dashboard crashed for the third time today.',
    'The export failed again and again.',
    'Could you please repeat the steps for the export?',
    'The report asks me again for the password.',
    'Have you been to Lisbon before?',
    'We already use your mobile app and love it.',
    'Is it possible to send the same report to two people?',
    'I have already installed the update.',
    'Can we repeat the training for new colleagues?',
    'Thanks, same time next week works for us.',
    'Das habe ich meinem Chef schon gesagt.',
    'J’ai déjà expliqué cela à mon équipe.',
    'Der Import ist zum dritten Mal abgestürzt.',
  ])('in "%s"', (words) => {
    expect(repeatedWords(words)).toBeNull();
  });
});

describe('only the own words of a message count', () => {
  const REPEAT = 'As I already told your colleague, we use Okta.';

  test.each([
    ['a quoted line', `All good now.\n> ${REPEAT}`],
    ['what follows "wrote:"', `All good now.\n\nOn Tue, 4 Mar 2025 at 10:02, Ann Lee <ann@acme.com> wrote:\n${REPEAT}`],
    ['a broken introduction', `All good now.\n\nOn Tue, 4 Mar 2025 at 10:02, Ann Lee\n<ann@acme.com> wrote:\n${REPEAT}`],
    ['what follows "schrieb"', `Passt.\n\nAm 04.03.2025 um 10:02 schrieb Ann Lee:\n${REPEAT}`],
    ['an original message', `Fine.\n\n-----Original Message-----\nFrom: Ann\n${REPEAT}`],
    ['a signature', `Fine, thanks.\n-- \nAnn Lee\n${REPEAT}`],
    ['what follows a greeting', `Fine, thanks.\n\nKind regards,\nAnn\n${REPEAT}`],
    ['words in quotation marks', `Your bot wrote “${REPEAT}” to me, is that intended?`],
  ])('not %s', (_, body) => {
    expect(repeatedWords(body)).toBeNull();
  });

  test('the evidence is the sentence as it was written', () => {
    expect(repeatedWords('Hi.\nAs I already told   your colleague,\nwe use Okta. Can you help?')).toBe(
      'As I already told your colleague, we use Okta.',
    );
  });

  test('a message of a million characters is read to its end', () => {
    expect(repeatedWords('as i already '.repeat(80_000))).toBeNull();
  });
});

describe('an agent asks for a section', () => {
  test.each([
    ['customer-context', 'Hi! Could you tell me a bit about your team?'],
    ['why-they-bought', 'What problem are you hoping to solve?'],
    ['what-we-promised', 'What did our sales team promise you?'],
    ['political-landscape', 'Who needs to sign off on this?'],
    ['success-metrics', 'How will you measure success?'],
    ['red-flags', 'Are there any risks we should know of?'],
  ] as const)('%s by "%s"', (section, words) => {
    expect(askedSections(words).map((asked) => asked.section)).toEqual([section]);
  });

  test('not by a statement', () => {
    expect(askedSections('I know how you measure success. Could you try again?')).toEqual([]);
  });

  test('not by quoting the question', () => {
    expect(askedSections('Thanks, noted.\n> How will you measure success?')).toEqual([]);
  });
});
