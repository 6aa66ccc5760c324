import { z } from 'zod';
import { readSearch } from '../../ui/read-search.js';

/** Whose membership is being changed, and by what the members are sorted. */
export const memberSearch = readSearch({ member: z.uuid(), sort: z.string().regex(/^-?[a-z]{1,20}$/) });

export type MemberSearch = ReturnType<typeof memberSearch>;
