import { READING_ORDER } from '../mapping/mapped-table.js';
import type { Source, Stream } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { FileStream } from './file-stream.js';
import { mentionedAccounts, mentionedPeople } from './mention.js';
import { MentionStream } from './mention-stream.js';
import { OpenFile } from './open-file.js';
import { type CsvSettings, csvSettings } from './settings.js';

/** A set of CSV files as a source: one stream per file, and one each for the accounts and people that deals name in passing. */
export function csv({ settings, now }: { settings: CsvSettings; now: () => Date }): Source {
  const { directory, mapping } = settings;
  const { timeZone, currency } = mapping;
  const files = mapping.files.map((file) => new OpenFile({ file, timeZone, currency }, directory));
  const exportedAt = mapping.exportedAt ? new Date(mapping.exportedAt) : null;
  const known = exportedAt && exportedAt > now() ? now() : exportedAt;
  const names = streamNames(files);
  const mentions = [mentionedAccounts, mentionedPeople].map((mentioned) => new MentionStream(mentioned, files, known));
  const ordered = [...files].sort((a, b) => READING_ORDER.indexOf(a.mapped.what) - READING_ORDER.indexOf(b.mapped.what));
  const streams: Stream[] = [
    ...mentions.filter((mention) => mention.needed),
    ...ordered.map((file) => new FileStream(names.get(file) ?? '', file, known)),
  ];
  return {
    kind: 'csv',
    streams,
    test: async (signal) => {
      for (const file of files) await file.test(signal);
    },
  };
}

/** 'csv.deals.csv'; a file that is mapped a second time says as what. */
function streamNames(files: OpenFile[]): Map<OpenFile, string> {
  const taken = new Set<string>();
  return new Map(
    files.map((file) => {
      const { path, what } = file.mapped;
      const tries = [`csv.${path}`, `csv.${path} as ${what}`, ...files.map((_, index) => `csv.${path} as ${what} ${index + 1}`)];
      const name = tries.find((candidate) => !taken.has(candidate)) ?? `csv.${path}`;
      taken.add(name);
      return [file, name];
    }),
  );
}

export const csvKind = sourceKind({
  kind: 'csv',
  name: 'CSV files',
  about: 'Any table as a file, with a mapping that says what its columns mean.',
  settings: csvSettings,
  credentials: null,
  byHand: true,
  open: csv,
});
