/** What closes a letter for certain, alone on its line. */
const CLOSINGS = [
  /^(?:(?:with )?(?:best|kind|warm|kindest|warmest|many) )?(?:regards|wishes|sincerely|yours (?:sincerely|truly|faithfully))(?: and thanks)?$/,
  /^(?:mit )?(?:freundliche[nm]?|besten?|viele[n]?|herzliche[n]?|liebe[n]?|schöne[n]?) (?:grüße[n]?|grüsse[n]?|gruß|gruss)(?: (?:aus|nach) .{1,30})?$/,
  /^(?:mfg|vg|lg|hochachtungsvoll)$/,
  /^(?:bien |très )?cordialement$|^(?:bien )?(?:à vous|sincèrement)$|^(?:meilleures|sincères|cordiales) salutations$|^bonne (?:journée|fin de journée)$/,
  /^(?:un |muchos |reciba un )?(?:cordial )?saludos?(?: cordial(?:es)?)?$|^(?:muy )?atentamente$|^quedo a la espera$/,
  /^(?:muito )?(?:atenciosamente|cordialmente)$|^att$|^abra[cç]os?$|^(?:com os )?(?:melhores )?cumprimentos$/,
];

/** These also open a letter: they close one only with a name, and nothing like a sentence, after them. */
const WEAK_CLOSINGS =
  /^(?:(?:many |best )?thanks|thank you|thx|cheers|best|danke|vielen dank|gruß|grüße|merci|gracias|un abrazo|obrigad[oa]|tchau|ciao)$/;

const DEVICE =
  /^(?:sent from (?:my|outlook|mail|yahoo)|get outlook for|von meinem .{1,40} gesendet|gesendet (?:von|mit) (?:meinem|outlook|der)|envoyé de(?:puis)? (?:mon|outlook)|enviado desde (?:mi|outlook)|enviado (?:do|de) (?:meu|outlook)|obter o outlook)/;

const DISCLAIMER =
  /^[*_\s]*(?:this (?:e-?mail|message|communication)|diese e-?mail|diese nachricht|ce (?:message|courriel|mail)|este (?:mensaje|correo|e-?mail)|esta mensagem|confidentiality notice|disclaimer)\b.{0,80}(?:confiden|vertraulich|intended|bestimmt|destin|privileg|notice|disclaimer)/;

const NAME_LENGTH = 40;
const LONGEST_CLOSING = 70;

/** Whether what the author says has ended before this line. */
export function signatureAt(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (/^-{2,3}$|^—$/.test(line)) return true;
  const words = line.toLowerCase().slice(0, 200);
  if (DEVICE.test(words) || DISCLAIMER.test(words)) return true;
  if (line.length > LONGEST_CLOSING) return false;
  const bare = words.replace(/[\s,.!]+$/, '');
  const closes = CLOSINGS.some((closing) => closing.test(bare)) || (WEAK_CLOSINGS.test(bare) && isName(lines.slice(at + 1)));
  return closes && lines.findIndex((one) => one.trim() !== '') < at;
}

function isName(rest: readonly string[]): boolean {
  const next = rest.find((line) => line.trim() !== '')?.trim();
  return next === undefined || (next.length <= NAME_LENGTH && !/[.?!:]$/.test(next) && !/\b(?:I|we|ich|wir|je|nous|yo|eu)\b/.test(next));
}
