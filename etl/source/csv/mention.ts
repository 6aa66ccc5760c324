import { AccountLink, Person } from '../../warehouse/index.js';
import type { FactTable } from '../source.js';
import type { MappedFile } from './mapping-file.js';

/** A customer or a colleague whom files name in passing. */
export interface Mention {
  key: string;
  name: string | null;
  domain: string | null;
}

interface MentionColumns {
  id: string;
  name?: string | undefined;
  domain?: string | undefined;
}

/** What may be named in passing: by which columns, and which row it becomes when no file of its own describes it. */
export interface Mentioned {
  stream: string;
  describedBy: 'accounts' | 'people';
  table: FactTable;
  columnsIn(file: MappedFile): MentionColumns[];
  row(mention: Mention): Record<string, unknown>;
}

export const mentionedAccounts: Mentioned = {
  stream: 'csv.accounts-named',
  describedBy: 'accounts',
  table: AccountLink,
  columnsIn: (file) =>
    file.what === 'deals' ? [{ id: file.columns.account, name: file.columns.accountName, domain: file.columns.accountDomain }] : [],
  row: ({ key, name, domain }) => ({ name: name ?? key, domain }),
};

export const mentionedPeople: Mentioned = {
  stream: 'csv.people-named',
  describedBy: 'people',
  table: Person,
  columnsIn: (file) => colleagueColumns(file).flatMap((id) => (id ? [{ id }] : [])),
  row: ({ key }) => ({ name: key, email: null, internal: true, active: true }),
};

function colleagueColumns(file: MappedFile): (string | undefined)[] {
  if (file.what === 'deals') return [file.columns.owner, file.columns.csm, file.columns.implementationOwner];
  return file.what === 'accounts' ? [file.columns.csm] : [];
}
