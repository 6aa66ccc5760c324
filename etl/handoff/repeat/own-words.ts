const QUOTE_BEGINS = [
  /^\s*on\b.{0,200}\bwrote:?\s*$/i,
  /^\s*am\b.{0,200}\bschrieb\b.{0,100}:?\s*$/i,
  /^\s*le\b.{0,200}\ba écrit\s*:?\s*$/i,
  /^\s*el\b.{0,200}\bescribió\s*:?\s*$/i,
  /^\s*(?:em|no dia|a)\b.{0,200}\bescreveu\s*:?\s*$/i,
  /^\s*-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original)\b/i,
  /^\s*_{10,}\s*$/,
  /^\s*(?:from|von|de):\s.*@/i,
];

const SIGNATURE_BEGINS = [
  /^\s*--\s*$/,
  /^\s*sent from my \w+/i,
  /^\s*(?:(?:best|kind|warm|many)\s+)?(?:regards|wishes|thanks|cheers|sincerely|yours)(?: and regards)?\s*[,.!]?\s*$/i,
  /^\s*(?:mit freundlichen grüßen|viele grüße|beste grüße|cordialement|bien à vous|saludos|un saludo|atenciosamente|abraços)\s*[,.!]?\s*$/i,
];

/** "On Tuesday Ann <ann@..>" may break before "wrote:". */
const joinBrokenIntroduction = (body: string) => body.replace(/^(\s*on\b.{0,150})\n\s*(.{0,60}\bwrote:)\s*$/gim, '$1 $2');

/** What the author wrote in this message: without quoted replies, what follows them, the signature, and words between quotation marks. */
export function ownWords(body: string): string {
  const lines = joinBrokenIntroduction(body.replaceAll('\r\n', '\n')).split('\n');
  const end = lines.findIndex((line) => [...QUOTE_BEGINS, ...SIGNATURE_BEGINS].some((begin) => begin.test(line)));
  return lines
    .slice(0, end === -1 ? undefined : end)
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replace(/"[^"\n]{0,500}"|“[^”\n]{0,500}”|„[^“”\n]{0,500}[“”]|«[^»\n]{0,500}»/g, ' ');
}

/** Sentences as they were written, without the space around them. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.?!])\s+|\n\s*\n/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

/** One spelling of a sentence for patterns: lower case, straight apostrophes. */
export const plain = (sentence: string) => sentence.toLowerCase().replaceAll(/[’‘`´]/g, "'");
