import { z } from 'zod';
import { readSearch } from '../ui/read-search.js';

/** Parts of a definition, in the order of the page. */
export const PARTS = [
  { value: 'targets', label: 'Clocks' },
  { value: 'kpis', label: 'KPI targets and windows' },
  { value: 'calendar', label: 'Calendar' },
  { value: 'won', label: 'Won stages' },
  { value: 'value', label: 'First value and brief' },
  { value: 'escalation', label: 'Escalations' },
  { value: 'repeat', label: 'Repeated information' },
  { value: 'health', label: 'Handoff health' },
] as const;

export type Part = (typeof PARTS)[number]['value'];

/** Which part is open. */
export const definitionSearch = readSearch({ part: z.enum(PARTS.map(({ value }) => value)) });

export interface DefinitionSearch {
  part?: Part;
  ignored?: string;
}
