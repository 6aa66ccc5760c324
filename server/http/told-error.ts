/** An error as a log may show it. */
export interface ToldError {
  type: string;
  message: string;
  stack: string | null;
  /** Of the operating system or of Postgres. */
  code: string | null;
  cause: ToldError | null;
}

/** A chain of causes may end in itself. */
const MOST_CAUSES = 5;

/** What a parameter, a detail or a row of a failed statement may hold is about people: only words, place and code of an error are told. */
export function toldError(error: unknown, depth = 0): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutPeople(String(error)), stack: null, code: null, cause: null };
  const cause = error.cause === undefined || depth >= MOST_CAUSES ? null : toldError(error.cause, depth + 1);
  return {
    type: error.name,
    message: withoutPeople(error.message),
    stack: error.stack === undefined ? null : withoutPeople(error.stack),
    code: 'code' in error && error.code !== undefined ? String(error.code) : null,
    cause,
  };
}

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** User and password of an address such as postgres://user:password@host. */
const PASSWORD = /([a-z][a-z0-9+.-]*:[/][/])[^\s/@]*@/gi;

/** E-mail addresses, and the passwords in addresses of servers, masked. */
export const withoutPeople = (words: string): string => words.replace(PASSWORD, '$1***@').replace(ADDRESS, '***@***');
