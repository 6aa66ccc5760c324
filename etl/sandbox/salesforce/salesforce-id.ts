const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id of 18 characters: the object's prefix, the number, and three characters that say which of the others are capital. */
export function salesforceId(prefix: string, number: number): string {
  let rest = '';
  for (let left = number; left > 0 || rest === ''; left = Math.floor(left / 62)) rest = (BASE62[left % 62] ?? '0') + rest;
  const id = `${prefix}${rest.padStart(12, '0')}`;
  return id + suffix(id);
}

function suffix(id: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...id.slice(start, start + 5)].map((character, index) => (/[A-Z]/.test(character) ? 1 << index : 0));
      return DIGITS[bits.reduce((sum, bit) => sum + bit, 0)] ?? 'A';
    })
    .join('');
}
