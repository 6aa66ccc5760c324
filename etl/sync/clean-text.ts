/** What stands for a character that Postgres cannot hold. */
const REPLACEMENT = '\ufffd';

/** The JSON of a payload, and the payload, without what Postgres refuses: NUL and halves of surrogate pairs become U+FFFD. */
export function cleanJson(payload: unknown): { payload: unknown; json: string } {
  const json = JSON.stringify(payload) ?? 'null';
  // Both are always escaped by JSON.stringify, so their absence here is proof.
  if (!json.includes('\\u0000') && !/\\ud[89a-f]/.test(json)) return { payload, json };
  const clean = cleaned(payload);
  return { payload: clean, json: JSON.stringify(clean) };
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [cleanText(name), cleaned(inner)]));
}

const cleanText = (text: string) => text.replace(/\p{Surrogate}|\0/gu, REPLACEMENT);
