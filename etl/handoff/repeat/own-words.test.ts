import { describe, expect, test } from 'vitest';
import { ownWords } from './own-words.js';

const OLD = 'As I already told your colleague, we use Okta.';

describe('a quoted mail is nobody’s own words', () => {
  test.each([
    ['Gmail, English', `Fine.\n\nOn Tue, 4 Mar 2025 at 10:02, Ann Lee <ann@acme.com> wrote:\n\n${OLD}`],
    ['Gmail, German', `Fine.\n\nAm Di., 4. März 2025 um 10:02 Uhr schrieb Ann Lee <ann@acme.com>:\n\n${OLD}`],
    ['Gmail, French', `Fine.\n\nLe mar. 4 mars 2025 à 10:02, Ann Lee <ann@acme.com> a écrit :\n\n${OLD}`],
    ['Gmail, Spanish', `Fine.\n\nEl mar, 4 mar 2025 a las 10:02, Ann Lee (<ann@acme.com>) escribió:\n\n${OLD}`],
    ['Gmail, Portuguese', `Fine.\n\nEm ter., 4 de mar. de 2025 às 10:02, Ann Lee <ann@acme.com> escreveu:\n\n${OLD}`],
    ['Apple Mail, Portuguese', `Fine.\n\nNo dia 04/03/2025, às 10:02, Ann Lee escreveu:\n\n${OLD}`],
    ['Thunderbird, German', `Fine.\n\nAnn Lee <ann@acme.com> schrieb am 04.03.25 um 10:02:\n\n${OLD}`],
    ['an introduction over three lines', `Fine.\n\nLe mardi 4 mars 2025 à 10:02,\nAnn Lee\n<ann@acme.com> a écrit :\n\n${OLD}`],
    ['Outlook, English', `Fine.\n\nFrom: Ann Lee\nSent: Tuesday, March 4, 2025 10:02 AM\nTo: Support\nSubject: RE: SSO\n\n${OLD}`],
    ['Outlook, German', `Fine.\n\nVon: Ann Lee\nGesendet: Dienstag, 4. März 2025 10:02\nAn: Support\nBetreff: AW: SSO\n\n${OLD}`],
    ['Outlook, French', `Fine.\n\nDe : Ann Lee\nEnvoyé : mardi 4 mars 2025 10:02\nÀ : Support\nObjet : RE: SSO\n\n${OLD}`],
    ['Outlook, Spanish', `Fine.\n\nDe: Ann Lee\nEnviado el: martes, 4 de marzo de 2025 10:02\nPara: Support\nAsunto: RE: SSO\n\n${OLD}`],
    [
      'Outlook, Portuguese',
      `Fine.\n\nDe: Ann Lee\nEnviada em: terça-feira, 4 de março de 2025 10:02\nPara: Support\nAssunto: RES: SSO\n\n${OLD}`,
    ],
    ['bold headers', `Fine.\n\n*From:* Ann Lee\n*Sent:* Tuesday\n*To:* Support\n\n${OLD}`],
    ['an original message', `Fine.\n\n-----Original Message-----\n${OLD}`],
    ['eine ursprüngliche Nachricht', `Fine.\n\n-----Ursprüngliche Nachricht-----\n${OLD}`],
    ['un message d’origine', `Fine.\n\n-----Message d'origine-----\n${OLD}`],
    ['un mensaje reenviado', `Fine.\n\n---------- Mensaje reenviado ---------\n${OLD}`],
    ['uma mensagem encaminhada', `Fine.\n\n---------- Mensagem encaminhada ---------\n${OLD}`],
    ['a forward of Apple Mail', `Fine.\n\nBegin forwarded message:\n\n${OLD}`],
    ['the rule of Outlook', `Fine.\n\n________________________________\n${OLD}`],
    ['quoted lines', `Fine.\n> ${OLD}\n>> ${OLD}`],
    ['Windows line ends', `Fine.\r\n\r\nOn Tue, 4 Mar 2025, Ann wrote:\r\n> ${OLD}`],
  ])('of %s', (_, body) => {
    expect(ownWords(body).trim()).toBe('Fine.');
  });

  test('but answers between its lines are', () => {
    const body = `Hi.\n\nOn Tue, 4 Mar 2025, Tom wrote:\n> Which provider?\n${OLD}\n> How many users?\n340.`;
    expect(ownWords(body)).toBe(`Hi.\n\n${OLD}\n340.`);
  });

  test('and words in quotation marks are another’s', () => {
    for (const quoted of [`"${OLD}"`, `“${OLD}”`, `„${OLD}“`, `« ${OLD} »`, `»${OLD}«`])
      expect(ownWords(`It says ${quoted} here.`)).not.toContain('Okta');
  });
});

describe('a signature says nothing', () => {
  test.each([
    `-- \nAnn\n${OLD}`,
    `Kind regards,\nAnn\n${OLD}`,
    `Mit freundlichen Grüßen\nAnn\n${OLD}`,
    `Bien cordialement,\nAnn\n${OLD}`,
    `Un saludo,\nAnn\n${OLD}`,
    `Atenciosamente,\nAnn\n${OLD}`,
    `Thanks,\nAnn\n${OLD}`,
    `Sent from my iPhone\n${OLD}`,
    `Von meinem iPhone gesendet\n${OLD}`,
    `Envoyé de mon iPhone\n${OLD}`,
    `Enviado desde mi iPhone\n${OLD}`,
    `Enviado do meu iPhone\n${OLD}`,
    `This e-mail is confidential and may be privileged.\n${OLD}`,
    `Diese E-Mail enthält vertrauliche Informationen.\n${OLD}`,
    `Este mensaje es confidencial.\n${OLD}`,
  ])('%j', (signature) => {
    expect(ownWords(`Fine.\n\n${signature}`).trim()).toBe('Fine.');
  });

  test('but thanks at the beginning close nothing', () => {
    expect(ownWords(`Thanks!\n\n${OLD}`)).toContain(OLD);
    expect(ownWords(`Hello,\nthanks\n${OLD}`)).toContain(OLD);
  });
});
