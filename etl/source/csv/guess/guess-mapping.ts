import type { Mapping } from '../mapping.js';
import type { FileSample } from './file-sample.js';
import { type Guess, guessFile } from './guess-file.js';

export interface GuessedMapping {
  mapping: Mapping;
  /** What to check, in sentences that name the file. */
  notes: string[];
}

const LONGEST_NAME = 60;

/** A mapping to start from. Throws when not one file can be told from its header. */
export function guessMapping(name: string, samples: FileSample[]): GuessedMapping {
  const guesses = samples.map((sample) => ({ sample, guess: guessFile(sample) }));
  const known = guesses.filter((pair): pair is { sample: FileSample; guess: Guess } => pair.guess !== null);
  if (known.length === 0)
    throw new Error(
      `No header of ${samples.map(({ path }) => path).join(', ')} says what is in it. docs/import.md says how to write a mapping by hand.`,
    );
  const files = known.map(({ guess }) => guess.file);
  const notes = [
    ...guesses.filter(({ guess }) => !guess).map(({ sample }) => `${sample.path} is left out: its header does not say what is in it`),
    ...known.flatMap(({ sample, guess }) => guess.notes.map((note) => `${sample.path}: ${note}`)),
    ...(files.some(({ what }) => what === 'deals')
      ? []
      : ['no file has a column that reads like the day on which a deal was won; without deals there are no handoffs']),
    'timeZone is UTC: write the zone in which the tools that exported these files show their times',
    'currency is EUR: write your own',
  ];
  return { mapping: { name: name.slice(0, LONGEST_NAME), timeZone: 'UTC', currency: 'EUR', files }, notes };
}
