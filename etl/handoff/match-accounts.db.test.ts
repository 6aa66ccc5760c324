import { expect, test } from 'vitest';
import { at, deriving } from '../../test/deriving.js';
import { AccountLink, Deal, Event } from '../warehouse/index.js';

type Link = Partial<AccountLink> & { externalId: string };

async function withLinks(...links: Link[]) {
  const company = await deriving();
  for (const link of links) await company.tell(AccountLink, link);
  await company.derive();
  const { db, book } = company;
  const reasons = async () => {
    const rows = await db
      .getRepository(AccountLink)
      .find({ where: { workspaceId: book.workspaceId }, order: { sourceId: 'ASC', externalId: 'ASC' } });
    return rows.map(({ externalId, reason }) => [externalId, reason]);
  };
  return { ...company, reasons, names: async () => (await company.accounts()).map(({ name }) => name) };
}

test('companies that have nothing in common are accounts of their own', async () => {
  const { names, reasons } = await withLinks({ externalId: '1', name: 'Acme', domain: 'acme.com' }, { externalId: '2', name: 'Bolt' });
  expect(await names()).toEqual(['Acme', 'Bolt']);
  expect(await reasons()).toEqual([
    ['1', 'own'],
    ['2', 'own'],
  ]);
});

test('companies of one domain are one account, named by the oldest', async () => {
  const { names, reasons } = await withLinks(
    { externalId: '1', name: 'Acme Inc', domain: 'acme.com', startedAt: at('2024-02-01') },
    { externalId: '2', name: 'Acme', domain: 'acme.com', startedAt: at('2024-01-01') },
  );
  expect(await names()).toEqual(['Acme']);
  expect(await reasons()).toEqual([
    ['1', 'same domain'],
    ['2', 'own'],
  ]);
});

test('companies with addresses of a mail provider are not one account', async () => {
  const { names } = await withLinks(
    { externalId: '1', name: 'Acme', domain: 'gmail.com' },
    { externalId: '2', name: 'Bolt', domain: 'gmail.com' },
  );
  expect(await names()).toEqual(['Acme', 'Bolt']);
});

test('a company that declares the id of another source is its account, whatever its domain', async () => {
  const { names, reasons } = await withLinks(
    { externalId: '1', name: 'Acme', domain: 'acme.com', startedAt: at('2024-01-01') },
    { externalId: '2', name: 'Bolt', domain: 'bolt.com', startedAt: at('2024-01-01') },
    { externalId: '9', sourceId: 'desk', name: 'Acme desk', declaredId: '1', domain: 'bolt.com', startedAt: at('2024-05-01') },
  );
  expect(await names()).toEqual(['Acme', 'Bolt']);
  expect(await reasons()).toEqual([
    ['1', 'own'],
    ['2', 'own'],
    ['9', 'declared id'],
  ]);
});

test('a chain of merges ends in the one that still stands, and keeps its name', async () => {
  const { names, reasons } = await withLinks(
    { externalId: '1', name: 'Oldest', mergedInto: '2', startedAt: at('2023-01-01') },
    { externalId: '2', name: 'Older', mergedInto: '3', startedAt: at('2023-06-01') },
    { externalId: '3', name: 'Stands', startedAt: at('2024-01-01') },
  );
  expect(await names()).toEqual(['Stands']);
  expect(await reasons()).toEqual([
    ['1', 'merged'],
    ['2', 'merged'],
    ['3', 'own'],
  ]);
});

test('companies that declare each other are one account', async () => {
  const { names } = await withLinks(
    { externalId: '1', name: 'Acme', declaredId: '9' },
    { externalId: '9', sourceId: 'desk', name: 'Acme desk', declaredId: '1' },
  );
  expect(await names()).toHaveLength(1);
});

test('accounts that become one take their handoffs along, and the empty account goes', async () => {
  const { won, tell, derive, handoffs, accounts } = await deriving();
  await won('1', '2025-02-01');
  await won('2', '2025-03-01');
  await derive();
  expect(await accounts()).toHaveLength(2);
  await tell(AccountLink, { externalId: '2', name: 'Company 2', mergedInto: '1', startedAt: at('2024-01-01') });
  expect(await derive()).toMatchObject({ changed: 1 });
  expect(await accounts()).toMatchObject([{ name: 'Company 1' }]);
  expect((await handoffs()).map(({ accountName }) => accountName)).toEqual(['Company 1', 'Company 1']);
});

test('an account that was matched by mistake comes apart again', async () => {
  const { names, tell, derive } = await withLinks(
    { externalId: '1', name: 'Acme', domain: 'acme.com' },
    { externalId: '2', name: 'Bolt', domain: 'acme.com' },
  );
  expect(await names()).toHaveLength(1);
  await tell(AccountLink, { externalId: '2', name: 'Bolt', domain: 'bolt.com' });
  await derive();
  expect(await names()).toEqual(['Acme', 'Bolt']);
});

test('what one source knows of a customer reaches the deal in another', async () => {
  const { won, tell, derive, handoff } = await deriving();
  await won('1', '2025-02-01');
  await tell(AccountLink, { externalId: '9', sourceId: 'desk', declaredId: '1', dimensions: { region: 'EMEA' } });
  await tell(Event, { externalId: 'e', sourceId: 'desk', kind: 'churned', at: at('2025-05-01'), accountExternalId: '9' });
  await derive();
  expect(await handoff('1')).toMatchObject({ churnedAt: at('2025-05-01'), dimensions: { region: 'EMEA' } });
});

test('a company read after its deal takes over the account that the deal had', async () => {
  const { tell, derive, handoff } = await deriving();
  await tell(Deal, { externalId: '1', accountExternalId: 'a', won: true, closedAt: at('2025-02-01') });
  await derive();
  const before = await handoff('1');
  await tell(AccountLink, { externalId: 'a', name: 'Acme' });
  await derive();
  expect(before.accountName).toBe('a');
  expect(await handoff('1')).toMatchObject({ accountName: 'Acme', accountId: before.accountId });
});
