import { Person } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import { associated, type CrmObject } from './crm-object.js';
import { crmStream } from './crm-stream.js';
import { mergedIds, text } from './property.js';
import type { Hubspot } from './reading.js';

/** A person's row: contacts and owners have ids of their own, which may be the same number. */
export const contactKey = (id: string) => `contact:${id}`;

export const contacts = (hubspot: Hubspot): Stream =>
  crmStream(hubspot, {
    type: 'contacts',
    typeId: '0-1',
    changed: 'lastmodifieddate',
    properties: ['email', 'firstname', 'lastname', 'hs_merged_object_ids', 'lastmodifieddate'],
    history: [],
    associated: ['companies'],
    // What still points at the loser of a merge must find the same person.
    toRows: (contact) => [{ table: Person, rows: [contact.id, ...mergedIds(contact)].map((id) => person(id, contact)) }],
  });

const person = (id: string, contact: CrmObject): FactRow => ({
  externalId: contactKey(id),
  name: [text(contact, 'firstname'), text(contact, 'lastname')].filter(Boolean).join(' ') || null,
  email: text(contact, 'email')?.trim().toLowerCase() || null,
  internal: false,
  active: !contact.archived,
  accountExternalId: associated(contact, 'companies'),
});
