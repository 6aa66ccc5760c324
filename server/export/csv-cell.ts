/**
 * What makes a spreadsheet take a text for a formula: = + - @ and their full-width forms, a tab or a line break, at its start
 * or, behind quotes and white space, where a spreadsheet that splits at commas, semicolons, tabs or line breaks, whatever is quoted, would start a cell.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /(^|[,;\t\r\n])(["'\s\p{Cf}\p{Cc}]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;
const CONTROL = /^[\t\r\n]/;

/** Without one of these there is nothing to look for. */
const PERHAPS = /[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The text with an apostrophe before whatever could be run. */
export function neutral(text: string): string {
  if (!PERHAPS.test(text)) return text;
  const quiet = text.replace(FORMULA, "$1$2'");
  return CONTROL.test(quiet) ? `'${quiet}` : quiet;
}

const SPECIAL = /[",;\t\r\n]|^\s|\s$|^$/;

/** A text as a cell: quoted where it must be, and where it is empty, since a cell of nothing is null. */
export function textCell(text: string): string {
  const safe = neutral(text);
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
