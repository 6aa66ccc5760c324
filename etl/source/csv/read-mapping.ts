import { z } from 'zod';
import { type Mapping, mapping } from './mapping.js';

/** Most problems told at once. */
const SHOWN = 5;

/** A mapping from its JSON text. Throws an Error that names each place that is wrong and what belongs there. */
export function readMapping(text: string, name: string): Mapping {
  const parsed = mapping.safeParse(parsedJson(text, name));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, SHOWN).map((issue) => `  ${placeOf(issue)} ${wrongIn(issue)}`);
  throw new Error(`${name} is not a mapping:\n${problems.join('\n')}\ndocs/import.md says what belongs where.`);
}

function parsedJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const hint = /^[^{]*[,;\t]/.test(text) ? ` To start from CSV files: npm run baton -- import --init ${name}` : '';
    throw new Error(`${name} is not JSON (${(cause as Error).message}).${hint}`, { cause });
  }
}

/** files[0].columns.wonAt */
function placeOf({ path }: z.core.$ZodIssue): string {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return place.replace(/^\./, '') || 'the mapping';
}

function wrongIn(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `does not know ${issue.keys.map((key) => `'${key}'`).join(', ')}`;
  if (issue.code === 'invalid_union' && issue.discriminator) return `must be one of ${whats().join(', ')}`;
  if (issue.code === 'invalid_type') return issue.message.endsWith('received undefined') ? 'is missing' : `must be a ${issue.expected}`;
  return issue.message;
}

const whats = () => mapping.shape.files.element.options.map((option) => option.shape.what.value);
