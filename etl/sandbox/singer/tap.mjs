// A Singer tap of one stream that lives in a file: node tap.mjs --book book.json [--state state.json]
// Sends what changed since its state, oldest first, and a state after every `stateEvery` records.
import { readFileSync } from 'node:fs';

const given = Object.fromEntries(
  process.argv.slice(2).flatMap((word, index, all) => (word.startsWith('--') ? [[word.slice(2), all[index + 1]]] : [])),
);
const { stream, keys, records, stateEvery, version, fail } = JSON.parse(readFileSync(given.book, 'utf8'));
const state = given.state ? JSON.parse(readFileSync(given.state, 'utf8')) : {};
const since = version === undefined ? (state.bookmarks?.[stream]?.changed_at ?? '') : '';

/** Waits when the reader is slower, as a pipe makes every program wait. */
const say = (message) =>
  new Promise((said) => process.stdout.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`, said));

process.stderr.write(`reading ${stream} since ${since || 'the beginning'}\n`);
await say({ type: 'SCHEMA', stream, schema: { type: 'object' }, key_properties: keys });
const changed = records.filter(({ changed_at: at }) => at >= since).sort((a, b) => (a.changed_at < b.changed_at ? -1 : 1));
for (const [index, record] of changed.entries()) {
  if (fail?.after === index) {
    process.stderr.write(`${fail.words}\n`);
    process.exit(fail.code ?? 1);
  }
  await say({ type: 'RECORD', stream, record, ...(version !== undefined && { version }) });
  if ((index + 1) % stateEvery === 0) await say({ type: 'STATE', value: { bookmarks: { [stream]: { changed_at: record.changed_at } } } });
}
if (version !== undefined) await say({ type: 'ACTIVATE_VERSION', stream, version });
const last = changed.at(-1)?.changed_at ?? since;
await say({ type: 'STATE', value: { bookmarks: { [stream]: { changed_at: last } } } });
