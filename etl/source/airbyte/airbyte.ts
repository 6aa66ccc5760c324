import { MappedStreams } from '../mapping/mapped-streams.js';
import { MessageStream, type TapSettings, tapSettings } from '../message-stream.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { tapCommand } from '../tap-command.js';
import { AirbyteMessages } from './messages.js';

/** A record does not say its own key: the mapping must. */
const airbyteSettings = tapSettings.superRefine(({ mapping }, context) => {
  for (const [index, { key }] of mapping.streams.entries())
    if (!key)
      context.addIssue({
        code: 'custom',
        path: ['mapping', 'streams', index, 'key'],
        message: 'is missing: the columns of the primary key',
      });
});

/** An Airbyte connector as a source of one stream. */
export function airbyte({ settings, now }: { settings: TapSettings; now: () => Date }): Source {
  const streams = new MappedStreams(settings.mapping);
  const messages = new MessageStream({
    name: 'airbyte.messages',
    ...{ settings, streams, now },
    messages: (from) => new AirbyteMessages(streams, from),
  });
  return {
    kind: 'airbyte',
    streams: [messages],
    test: async () => {
      tapCommand(settings.tap, process.env);
    },
  };
}

export const airbyteKind = sourceKind({
  kind: 'airbyte',
  name: 'Airbyte connector',
  about: 'Whatever an Airbyte connector reads, with a mapping that says what its streams mean.',
  settings: airbyteSettings,
  credentials: null,
  open: airbyte,
});
