import { z } from 'zod';
import { readSearch } from '../ui/read-search.js';

export const handoffSearch = readSearch({ asOf: z.iso.datetime({ offset: true }) });
