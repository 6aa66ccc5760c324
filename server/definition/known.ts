import type { DataSource } from 'typeorm';
import type { Workspace } from '../../etl/warehouse/index.js';
import { kpisOn } from '../kpi/kpis.js';
import type { Known } from './check-definition.js';
import { choicesOf } from './choices.js';
import { BUILT_IN_VERSION } from './definition.js';

/** What a definition of this workspace can name. */
export async function knownTo(db: DataSource, { id, timeZone }: Workspace): Promise<Known> {
  const kpis = kpisOn({ definition: BUILT_IN_VERSION, time: 'wall', timeZone });
  return { choices: await choicesOf(db, id), kpis: kpis.map(({ id, name, unit }) => ({ id, name, unit })) };
}
