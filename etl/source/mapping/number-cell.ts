const CURRENCY = String.raw`(?:\p{Sc}|[A-Z]{1,2}\p{Sc}|[A-Z]{3})`;
const DRESS = new RegExp(String.raw`^${CURRENCY}\s*|\s*${CURRENCY}$`, 'gu');

const PATTERNS = {
  '.': /^[+-]?(\d+|\d{1,3}([,' ]\d{3})+)(\.\d+)?$/,
  ',': /^[+-]?(\d+|\d{1,3}([.' ]\d{3})+)(,\d+)?$/,
};

/** Beyond any amount of money, and well within what Postgres can hold. */
const LONGEST = 30;

/** A number as decimal text, so that no cent is lost to floating point. Throws with the reason when the cell holds none. */
export function decimalOf(cell: string, decimal: '.' | ','): string {
  const bare = cell.replace(/[\u00a0\u202f]/g, ' ').replace(DRESS, '');
  if (bare.length > LONGEST || !PATTERNS[decimal].test(bare))
    throw new Error(`is not a number with a decimal ${decimal === '.' ? 'point' : 'comma'}`);
  return bare.replace(decimal === '.' ? /[,' +]/g : /[.' +]/g, '').replace(',', '.');
}
