import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CLOCKS } from '../handoff/clock.js';
import { knownCountries } from './countries.js';
import { definition } from './definition.js';
import type { DefinitionAnswer } from './definition.schema.js';
import { differencesOf } from './difference.js';
import { knownTo } from './known.js';
import { type Decided, newest, versionsOf } from './versions.js';
import { warningsOf } from './warnings.js';

/** The definition in force, how it came to be, and what a form needs to change it. */
export async function readDefinition(db: DataSource, workspace: Workspace): Promise<DefinitionAnswer> {
  const [versions, known] = await Promise.all([versionsOf(db, workspace.id), knownTo(db, workspace)]);
  const current = newest(versions);
  return {
    version: current.version,
    definition: current.definition,
    schema: z.toJSONSchema(definition, { io: 'input', unrepresentable: 'any' }),
    versions: versions.map((decided, i) => versionShape(decided, versions[i - 1])).reverse(),
    warnings: warningsOf(current.definition, known),
    choices: {
      ...known.choices,
      countries: knownCountries(),
      timeZones: Intl.supportedValuesOf('timeZone'),
      clocks: CLOCKS.map(({ id, name }) => ({ id, name })),
      kpis: [...known.kpis],
    },
  };
}

/** As it leaves, with what it changed. */
export function versionShape(decided: Decided, before: Decided | undefined): DefinitionAnswer['versions'][number] {
  const { version, decidedAt, decidedBy, note, applied, definition } = decided;
  const changes = before ? differencesOf(before.definition, definition).map(({ words }) => words) : [];
  return { version, decidedAt: decidedAt?.toISOString() ?? null, decidedBy, note, applied, changes };
}
