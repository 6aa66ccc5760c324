import type { Rows } from '../source.js';
import { accounts } from './fact/accounts.js';
import { deals } from './fact/deals.js';
import { events } from './fact/events.js';
import { messages } from './fact/messages.js';
import { people } from './fact/people.js';
import { stages } from './fact/stages.js';
import { subscriptions } from './fact/subscriptions.js';
import { surveys } from './fact/surveys.js';
import { tasks } from './fact/tasks.js';
import { tickets } from './fact/tickets.js';
import type { FileOf, MappedFile, What } from './mapping-file.js';
import type { Row } from './row.js';

type FactsOf<W extends What> = (row: Row, file: FileOf<W>, key: string) => Rows[];

const FACTS: { [W in What]: FactsOf<W> } = {
  deals,
  accounts,
  stages,
  events,
  tasks,
  tickets,
  messages,
  surveys,
  subscriptions,
  people,
};

/** The facts of one row. `key` tells it from every other row of the source. Throws with the cell that is wrong. */
export function factsOf(row: Row, file: MappedFile, key: string): Rows[] {
  const facts = FACTS[file.what] as FactsOf<What>;
  return facts(row, file, key);
}
