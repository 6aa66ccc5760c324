import { MappedStreams } from '../mapping/mapped-streams.js';
import { MessageStream, type TapSettings, tapSettings } from '../message-stream.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { tapCommand } from '../tap-command.js';
import { SingerMessages } from './messages.js';

/** A Singer tap as a source of one stream. */
export function singer({ settings, now }: { settings: TapSettings; now: () => Date }): Source {
  const streams = new MappedStreams(settings.mapping);
  const messages = new MessageStream({
    name: 'singer.messages',
    ...{ settings, streams, now },
    messages: (from) => new SingerMessages(streams, from),
  });
  return {
    kind: 'singer',
    streams: [messages],
    test: async () => {
      tapCommand(settings.tap, process.env);
    },
  };
}

export const singerKind = sourceKind({
  kind: 'singer',
  name: 'Singer tap',
  about: 'Whatever a Singer tap reads, with a mapping that says what its streams mean.',
  settings: tapSettings,
  credentials: null,
  open: singer,
});
