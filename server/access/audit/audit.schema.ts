import { z } from 'zod';
import { ACTIONS } from './audit.js';

const action = z.enum(ACTIONS);
const moment = z.iso.datetime({ offset: true });
const number = z.string().regex(/^\d{1,18}$/, 'must be the number of an entry');

/** Which entries. An entry of an action that this Baton does not know any more is found without `action`. */
export const auditFilter = z.object({
  action: action.optional(),
  actor: z.string().trim().min(1).max(300).optional().describe('E-mail address, id of a login, beginning of a token, or a kind of actor'),
  subject: z.string().min(1).max(300).optional(),
  from: moment.optional().describe('At or after'),
  to: moment.optional().describe('Before'),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditQuery = auditFilter.extend({
  after: number.optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const auditExportQuery = auditFilter.extend({ format: z.enum(['csv', 'jsonl']).default('jsonl') });

const detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

export const auditEntry = z
  .object({
    number: z.string().describe('From 1, without gaps'),
    at: z.iso.datetime(),
    actor: z.object({
      kind: z.string().describe('session, token, link, stranger, shell or baton'),
      loginId: z.string().optional(),
      email: z.string().optional(),
      name: z.string().optional(),
      tokenPrefix: z.string().optional(),
    }),
    action: z.string(),
    subject: z.string().nullable().describe('What it was done to; null when the action says it all'),
    detail,
    requestId: z.string().nullable(),
    address: z.string().nullable(),
    hash: z.string().describe('SHA-256 of the entry and of the hash before it, hex'),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryShape = z.infer<typeof auditEntry>;

export const auditPage = z.object({
  entries: z.array(auditEntry),
  next: z.string().nullable().describe('For `after`; null on the last page'),
  actions: z.array(z.string()).describe('All that can be asked for'),
});

export const auditVerified = z.object({
  entryCount: z.int(),
  number: z.string().describe('Of the last entry. Kept elsewhere with its hash, it shows later whether the log is the same still'),
  hash: z.string(),
  fault: z
    .object({ number: z.string().describe('Of the first entry that is not as it was written, or not there'), why: z.string() })
    .nullable(),
});
