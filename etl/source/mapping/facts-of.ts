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
import type { MappedTable, TableOf, What } from './mapped-table.js';
import type { Row } from './row.js';

type FactsOf<W extends What> = (row: Row, table: TableOf<W>, key: string) => Rows[];

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
export function factsOf(row: Row, table: MappedTable, key: string): Rows[] {
  const facts = FACTS[table.what] as FactsOf<What>;
  return facts(row, table, key);
}
