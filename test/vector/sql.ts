/** What is looked for in the statements: nothing of ours says it. */
export const MARK = 'zq7x';

/** Ways out of a text, a number, a name, a list, a pattern or a comment; % stands for what follows. */
const EXITS = [
  "' %",
  '" %',
  "') %",
  "')) %",
  "'; %",
  '1 %',
  '1) %',
  '1; %',
  '%',
  "\\' %",
  "''' %",
  "%' %",
  '` %',
  '$$ %',
  '/**/ %',
  '\u02bc %',
  '\uff07 %',
  '] %',
  "'::text %",
  "E'\\\\' %",
];

/** What would then be run. */
const DEEDS = [
  'or 1=1 --',
  "or '1'='1",
  'union select null, null --',
  'union all select version() --',
  '; drop table handoff; --',
  "; update workspace set name = 'x'; --",
  'and pg_sleep(3) --',
  '|| (select pg_sleep(3)) ||',
  'and 1=cast((select secret from login limit 1) as int) --',
  "; copy (select 1) to program 'id'; --",
  'order by 999 --',
  ', (select 1)',
  '); set role postgres; --',
];

/** Every exit with every deed, each with its own mark. */
export const SQL_PAYLOADS: string[] = EXITS.flatMap((exit) => DEEDS.map((deed) => exit.replace('%', deed))).map(
  (text, n) => `${text} ${MARK}${n}`,
);
