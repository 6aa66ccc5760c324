import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Digits and letters only: a double click takes it whole. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIX = 8;
/** 178 bits. */
const SECRET = 30;
const CHECK = 6;

/** For those who look for leaked secrets; the last six characters are the CRC-32 of those before, in base 62. */
export const TOKEN_FORM = new RegExp(`^baton_[0-9A-Za-z]{${PREFIX + SECRET + CHECK}}$`);

/** A new token. It is shown once. */
export function newToken(): string {
  const random = Array.from({ length: PREFIX + SECRET }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `baton_${random}${checkOf(random)}`;
}

/** Whether it may be a token at all. What was typed wrong is told from what is wrong without asking the database. */
export function wellFormed(token: string): boolean {
  return TOKEN_FORM.test(token) && token.endsWith(checkOf(token.slice('baton_'.length, -CHECK)));
}

/** Its beginning, by which people tell it from others. */
export const prefixOf = (token: string): string => token.slice(0, 'baton_'.length + PREFIX);

/** SHA-256, hex. Of that much chance a slow hash would make nothing safer. */
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

function checkOf(text: string): string {
  let rest = crc32(text);
  let check = '';
  for (let i = 0; i < CHECK; i++) {
    check = ALPHABET[rest % ALPHABET.length] + check;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return check;
}
