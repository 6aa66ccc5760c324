import { z } from 'zod';
import { wireInstant } from '../wire-instant.js';

/** HubSpot writes an unset property as null or as ''. */
const property = z
  .string()
  .nullable()
  .transform((value) => value || null);

/** https://developers.hubspot.com/docs/api-reference/crm-objects-v3/guide */
export const wireCrmObject = z.object({
  id: z.string().min(1),
  properties: z.record(z.string(), property),
  propertiesWithHistory: z.record(z.string(), z.array(z.object({ value: property, timestamp: wireInstant }))).default({}),
  createdAt: wireInstant,
  updatedAt: wireInstant,
  archived: z.boolean().default(false),
  archivedAt: wireInstant.nullish(),
  /** Added by us from the associations, so that the stored record is the whole evidence. */
  associations: z
    .record(
      z.string(),
      z.array(
        z.object({
          toObjectId: z.union([z.number().int(), z.string()]).transform(String),
          associationTypes: z.array(z.object({ typeId: z.number().int(), label: z.string().nullish() })),
        }),
      ),
    )
    .default({}),
  /** Added by us to a ticket: what its stage is called, and whether it closes the ticket. Absent for a stage that is no more. */
  stage: z.object({ label: z.string(), closed: z.boolean() }).optional(),
  /** Added by us to a deal: its line items as HubSpot tells them. */
  lineItems: z.array(z.object({ properties: z.record(z.string(), property) })).default([]),
});

export type CrmObject = z.output<typeof wireCrmObject>;

/** One property's value from a moment on. */
export interface Version {
  value: string | null;
  timestamp: Date;
}

/** What a property was, oldest first: HubSpot promises no order. */
export function historyOf(object: CrmObject, name: string): Version[] {
  return [...(object.propertiesWithHistory[name] ?? [])].sort((a, b) => a.timestamp.getTime() - b.timestamp.getTime());
}

/** HubSpot's numbers for the primary company of a contact, a deal and a ticket. */
const PRIMARY = [1, 5, 26];

/** The associated object that HubSpot calls primary, else the oldest one; null when there is none. */
export function associated(object: CrmObject, type: string): string | null {
  const found = object.associations[type] ?? [];
  const primary = found.find(({ associationTypes }) =>
    associationTypes.some(({ typeId, label }) => PRIMARY.includes(typeId) || label === 'Primary'),
  );
  return (primary ?? found.toSorted((a, b) => Number(a.toObjectId) - Number(b.toObjectId))[0])?.toObjectId ?? null;
}
