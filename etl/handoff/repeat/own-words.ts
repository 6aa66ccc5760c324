import { introductionAt, isQuoted, otherMailAt } from './quoted.js';
import { signatureAt } from './signature.js';

/**
 * What the author wrote in this message: without quoted replies, forwarded mails, the signature, and words between quotation marks.
 * Answers written below a quotation, line by line, are the author's own.
 */
export function ownWords(body: string): string {
  return withoutQuotations(ownLines(body.replace(/\r\n?/g, '\n').split('\n')).join('\n'));
}

function ownLines(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const introduction = introductionAt(lines, at);
    if (introduction > 0) {
      const next = lines.slice(at + introduction).find((line) => line.trim() !== '');
      if (next === undefined || !isQuoted(next)) return own;
      at += introduction - 1;
    } else if (otherMailAt(lines, at) || signatureAt(lines, at)) return own;
    else if (!isQuoted(lines[at] ?? '')) own.push(lines[at] ?? '');
  }
  return own;
}

const withoutQuotations = (text: string): string =>
  text.replace(/"[^"\n]{0,500}"|“[^”\n]{0,500}”|„[^“”\n]{0,500}[“”]|«[^»\n]{0,500}»|»[^«\n]{0,500}«|‹[^›\n]{0,500}›/g, ' ');
