// An Airbyte source of one stream that lives in a file: node connector.mjs --book book.json [--state state.json]
// Sends what changed since its state, oldest first, and a state after every `stateEvery` records, with the count of them.
import { readFileSync } from 'node:fs';

const given = Object.fromEntries(
  process.argv.slice(2).flatMap((word, index, all) => (word.startsWith('--') ? [[word.slice(2), all[index + 1]]] : [])),
);
const { stream, records, stateEvery, emittedAt, lies, fail } = JSON.parse(readFileSync(given.book, 'utf8'));
const states = given.state ? JSON.parse(readFileSync(given.state, 'utf8')) : [];
const since = states.find((state) => state.stream?.stream_descriptor.name === stream)?.stream.stream_state.changed_at ?? '';

const say = (message) => new Promise((said) => process.stdout.write(`${JSON.stringify(message)}\n`, said));
const status = (word) =>
  say({
    type: 'TRACE',
    trace: { type: 'STREAM_STATUS', emitted_at: emittedAt, stream_status: { stream_descriptor: { name: stream }, status: word } },
  });

await say({ type: 'LOG', log: { level: 'INFO', message: `reading ${stream}` } });
await status('STARTED');
const changed = records.filter(({ changed_at: at }) => at >= since).sort((a, b) => (a.changed_at < b.changed_at ? -1 : 1));
let count = 0;
const state = async (at) => {
  await say({
    type: 'STATE',
    state: {
      type: 'STREAM',
      stream: { stream_descriptor: { name: stream }, stream_state: { changed_at: at } },
      sourceStats: { recordCount: count + (lies ?? 0) },
    },
  });
  count = 0;
};
for (const [index, data] of changed.entries()) {
  if (fail?.after === index) {
    await say({
      type: 'TRACE',
      trace: { type: 'ERROR', emitted_at: emittedAt, error: { message: fail.words, failure_type: fail.type ?? 'system_error' } },
    });
    process.exit(1);
  }
  await say({ type: 'RECORD', record: { stream, data, emitted_at: emittedAt } });
  count += 1;
  if (count === stateEvery) await state(data.changed_at);
}
await state(changed.at(-1)?.changed_at ?? since);
await status('COMPLETE');
