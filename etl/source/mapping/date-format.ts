/** How days are written. A time of day may follow each, with or without its zone. */
export const DATE_FORMATS = [
  'iso',
  'yyyy/mm/dd',
  'dd/mm/yyyy',
  'mm/dd/yyyy',
  'dd.mm.yyyy',
  'dd-mm-yyyy',
  'mm-dd-yyyy',
  'unix-seconds',
  'unix-milliseconds',
] as const;

export type DateFormat = (typeof DATE_FORMATS)[number];
