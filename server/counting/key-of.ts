import type { Workspace } from '../../etl/warehouse/index.js';
import { toSeconds } from '../handoff/column.js';
import { dateIn } from '../kpi/period.js';
import type { NamedQuestion } from './asked.js';
import type { Timed } from './current-reading.js';

/** All that a kept answer depends on, as one text. */
export function keyOf(reading: Timed, question: NamedQuestion): string {
  const { name, query, visibility, workspace, now } = question;
  const { snapshot, dataAsOf, definitions, byHandCount } = reading;
  const moment = hasEnd(reading, question) ? [dateIn(now, workspace.timeZone), snapshot.firstWonFrom(toSeconds(now) + 1)] : now;
  const seen = query.asOf === undefined ? moment : null;
  return JSON.stringify([name, query, visibility, settingsOf(workspace), snapshot.revision, byHandCount, dataAsOf, definitions, seen]);
}

/** What a question is, whatever it is answered from. */
export const sameQuestion = ({ name, query, visibility, workspace }: NamedQuestion): string =>
  JSON.stringify([name, query, visibility, settingsOf(workspace)]);

/** Without an end of the data before now, every moment sees more. */
export const hasEnd = ({ dataAsOf }: Timed, { query, now }: NamedQuestion): boolean =>
  query.asOf !== undefined || (dataAsOf !== null && dataAsOf < now);

function settingsOf(workspace: Workspace): Partial<Workspace> {
  const { revision, byHandCount, ...settings } = workspace;
  return settings;
}
