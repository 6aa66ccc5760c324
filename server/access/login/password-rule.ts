import { invalid } from '../../http/problem.js';
import { isBreached } from './breached-password.js';
import { COMMON_WORDS } from './common-passwords.js';

/** In characters. NIST SP 800-63B asks for at least 8 with a second factor, and 64 at most or more. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** Characters that must be left when all that is easily guessed is taken out. */
const LEFT = 4;

/** Whose it would be. */
export interface Whose {
  email: string;
  name: string;
}

/** What is wrong with a password that somebody chooses, in words; null when it will do. Which characters it has is nobody's business. */
export function passwordProblem(password: string, { email, name }: Whose): string | null {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_LENGTH.least)
    return `must have ${PASSWORD_LENGTH.least} characters or more; a few words are easiest to keep in mind`;
  if (length > PASSWORD_LENGTH.most) return `must have ${PASSWORD_LENGTH.most} characters or fewer`;
  const own = [...email.split(/[^\p{L}\p{N}]+/u), ...name.split(/[^\p{L}\p{N}]+/u), 'baton'];
  if (remainder(password, own) >= LEFT) return null;
  return 'is among the first that are guessed: it is made of well-known words, of a sequence, or of your name. Choose another one';
}

/** Characters that a guesser would still have to guess after trying what is well known. */
function remainder(password: string, own: readonly string[]): number {
  const plain = password.normalize('NFC').toLowerCase();
  if (repeated(plain)) return 0;
  const words = [...own.map((word) => word.toLowerCase()).filter((word) => word.length >= 3), ...COMMON_WORDS];
  return Math.min(without(plain, words).length, without(unleet(plain), words).length);
}

function without(password: string, words: readonly string[]): string {
  let left = password;
  for (const word of words) left = left.replaceAll(word, ' ');
  return left
    .replaceAll(/(?:19|20)\d\d/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/(.)\1+/gu, '$1');
}

/** The same few characters over and over. */
const repeated = (password: string) => /^(.{1,4}?)\1+.{0,3}$/u.test(password);

const LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const unleet = (password: string) => password.replaceAll(/[013457@$!]/g, (sign) => LETTERS[sign] ?? sign);

const STOLEN = 'is in a list of stolen passwords, which are the first that are guessed. Choose another one';

/** Throws what is wrong with it, as input that does not fit. `field` is where it stood. */
export async function acceptable(password: string, whose: Whose, field: string): Promise<void> {
  const message = passwordProblem(password, whose) ?? ((await isBreached(password)) ? STOLEN : null);
  if (message) throw invalid([{ message, path: [field] }]);
}
