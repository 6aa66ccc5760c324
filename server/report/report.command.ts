import type { Command } from '../command.js';

/** Sends or writes a report at once, without waiting for its slot. */
export const reportCommand: Command = {
  name: 'report',
  usage: '--now [--as-of 2026-03-01T08:00:00Z] [--to ann@example.com]',
  summary: 'send the weekly report now, by SMTP_URL or to the outbox folder',
  run: async (_args, { print }) => {
    print('Nothing to send yet.');
    return 1;
  },
};
