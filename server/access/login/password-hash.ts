import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Turns passwords into what is kept, and compares. The seam at which tests count what an attacker makes us compute. */
export interface PasswordHash {
  hash(password: string): Promise<string>;
  verify(hashed: string, password: string): Promise<boolean>;
  /** Whether it was made with less than what is asked of new ones. */
  weak(hashed: string): boolean;
}

/** The least that the OWASP Password Storage Cheat Sheet asks of argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password that is typed on another system may be composed of other code points (NIST SP 800-63B, 3.1.1.2). */
const typed = (password: string) => password.normalize('NFC');

/** argon2id in the threads of Node; the parameters stand in the hash. */
export const argon2id: PasswordHash = {
  hash: (password) => hash(typed(password), PARAMETERS),
  verify: (hashed, password) => verify(hashed, typed(password)),
  weak: (hashed) => {
    const { memoryCost, timeCost } = parseOptions(hashed);
    return !hashed.startsWith('$argon2id$') || memoryCost < PARAMETERS.memoryCost || timeCost < PARAMETERS.timeCost;
  },
};
