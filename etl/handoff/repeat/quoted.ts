/** Words that introduce what somebody else wrote, at the end of a line: "On Tuesday Ann wrote:". */
const WROTE = '(?:wrote|writes|schrieb|schreibt|hat geschrieben|a écrit|a ecrit|escribió|escribio|escreveu)';

/** "On Tue, 4 Mar 2025 at 10:02, Ann Lee <ann@acme.com> wrote:" and its like, by opening word or by the name that leads it. */
const INTRODUCTION = [
  new RegExp(`^(?:on|am|le|el|em|no dia|a|den)\\s.{0,250}(?<!\\p{L})${WROTE}(?!\\p{L}).{0,100}:$`, 'iu'),
  new RegExp(`^(?=.*[@\\d]).{0,120}(?<!\\p{L})${WROTE}(?!\\p{L}).{0,100}:$`, 'iu'),
];

const OPENS_INTRODUCTION = /^(?:on|am|le|el|em|no dia|a|den)\b.*\d/i;

/** Lines that tell of another mail below, whoever set them. */
const BELOW = [
  /^[-_*\s]*(?:original message|original appointment|forwarded message|begin forwarded message|forwarded by)\b/i,
  /^[-_*\s]*(?:ursprüngliche nachricht|original-?nachricht|weitergeleitete nachricht|anfang der weitergeleiteten)\b/i,
  /^[-_*\s]*(?:message d['’]origine|message original|message transféré|message réexpédié|début du message)(?![\p{L}])/iu,
  /^[-_*\s]*(?:mensaje original|mensaje reenviado|inicio del mensaje reenviado)\b/i,
  /^[-_*\s]*(?:mensagem original|mensagem encaminhada|mensagem reencaminhada|início da mensagem)(?![\p{L}])/iu,
  /^_{10,}$/,
];

/** Cheaper than all of them. */
const MAY_TELL = /^[-_*]|messag|nachricht|message|mensa|forwarded|original|appointment/i;

const SENDER = 'from|von|de|absender|expéditeur|remitente|remetente';
const OTHER_HEADER =
  'sent|date|to|cc|subject|gesendet|datum|an|kopie|betreff|envoyé|envoyé le|date|à|cc|objet|enviado|enviado el|fecha|para|asunto|enviado em|enviada em|enviada|data|assunto';
const HEADER = new RegExp(`^\\**(?:${SENDER}|${OTHER_HEADER})\\s?:`, 'i');
const FIRST_HEADER = new RegExp(`^\\**(?:${SENDER}|sent|gesendet|envoyé|envoyé le|enviado|enviado el|enviada em)\\s?:`, 'i');

/** A mail client breaks an introduction over at most so many lines. */
const BROKEN_LINES = 3;

/** How many lines from `at` introduce a quoted mail; 0 when none does. */
export function introductionAt(lines: readonly string[], at: number): number {
  if (!lines.slice(at, at + BROKEN_LINES).some((line) => /:\s*$/.test(line.slice(-20)))) return 0;
  const first = (lines[at] ?? '').trim();
  const longest = OPENS_INTRODUCTION.test(first) ? BROKEN_LINES : 1;
  for (let count = 1; count <= longest; count++) {
    // An introduction is broken within itself, not after a sentence or a paragraph.
    if (count > 1 && /[.?!]$|^$/.test((lines[at + count - 2] ?? '').trim())) return 0;
    const joined = lines
      .slice(at, at + count)
      .map((line) => line.trim())
      .join(' ');
    if (joined.length <= 400 && INTRODUCTION.some((begin) => begin.test(joined))) return count;
  }
  return 0;
}

/** Whether another mail begins at this line: a rule that says so, or a block of headers. */
export function otherMailAt(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim().slice(0, 200);
  if (MAY_TELL.test(line) && BELOW.some((begin) => begin.test(line))) return true;
  return FIRST_HEADER.test(line) && lines.slice(at + 1, at + 4).some((next) => HEADER.test(next.trim().slice(0, 200)));
}

export const isQuoted = (line: string): boolean => /^\s*(?:>|\|\s)/.test(line);
