import { z } from 'zod';
import { readSearch } from '../../ui/read-search.js';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** Which part of the log is looked at. */
export const auditSearch = readSearch({
  action: z.string().regex(/^[a-z.-]{1,60}$/),
  actor: z.string().min(1).max(254),
  from: day,
  to: day,
});

export type AuditSearch = ReturnType<typeof auditSearch>;
