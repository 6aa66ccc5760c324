import { expect, test } from 'vitest';
import { decide } from '../../etl/handoff/repeat/verdict.js';
import { Message, Person, Ticket } from '../../etl/warehouse/index.js';
import { at, deriving } from '../../test/deriving.js';
import { EVERYTHING } from '../handoff/visibility.js';
import { mayDecide } from './may-decide.js';

test('only who sees the handoff of an episode may decide on it, dismissed or not', async () => {
  const { db, book, tell, won, derive } = await deriving();
  await tell(Person, { externalId: 'rep', name: 'Rep One', internal: true, active: true });
  await won('1', '2025-02-01', { ownerExternalId: 'rep' });
  await tell(Ticket, { externalId: 't', accountExternalId: '1' });
  const words = { fromCustomer: true, visible: true, body: 'As I already told your colleague, no.' };
  await tell(Message, { externalId: 'm', ticketExternalId: 't', sentAt: at('2025-02-10'), ...words });
  await derive();
  const episode = { workspaceId: book.workspaceId, sourceId: 'crm', factId: 'message:m' };
  const may = () =>
    Promise.all([
      mayDecide(db, episode, EVERYTHING),
      mayDecide(db, episode, { kind: 'people', names: ['Rep One'] }),
      mayDecide(db, episode, { kind: 'people', names: ['Rep Two'] }),
      mayDecide(db, { ...episode, factId: 'message:x' }, EVERYTHING),
    ]);
  expect(await may()).toEqual([true, true, false, false]);
  await decide(db, episode, { verdict: 'dismissed', at: at('2025-03-01') });
  await derive();
  expect(await may()).toEqual([true, true, false, false]);
});
