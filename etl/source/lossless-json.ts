/** A number that may be longer than a double can hold, where a value can stand. */
const LONG = /[:[,]\s*-?\d{16}/;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** `JSON.parse`, but a whole number beyond 2^53 arrives as the text of its digits: an id is never rounded. */
export function losslessJson(text: string): unknown {
  return JSON.parse(LONG.test(text) ? text.replace(TOKEN, kept) : text);
}

const kept = (token: string) => (/^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token);
