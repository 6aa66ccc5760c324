import type { TicketStep } from '../company/company.js';

export const SUPPORT = { id: 360_000_900_001, name: 'Support' } as const;
export const TIER_TWO = { id: 360_000_900_002, name: 'Tier 2' } as const;

/** A checkbox of the ticket form: "the customer had to repeat information". */
export const REPEATED_FIELD = 360_000_500_001;

const escalates = (step: TicketStep) => step.addedTags.includes('escalated');
const repeats = (step: TicketStep) => step.addedTags.includes('repeated_information');

/** Whoever tags a ticket as escalated hands it to the second tier, and stays with it. */
export const groupOf = (steps: TicketStep[]): number => (steps.some(escalates) ? TIER_TWO.id : SUPPORT.id);

export const customFieldsOf = (steps: TicketStep[]) => [{ id: REPEATED_FIELD, value: steps.some(repeats) }];

export function groupChange(before: TicketStep[], step: TicketStep): Record<string, unknown>[] {
  if (before.length === 0) return [{ group_id: SUPPORT.id, event_type: 'Create' }];
  if (!escalates(step) || before.some(escalates)) return [];
  return [{ group_id: TIER_TWO.id, previous_value: SUPPORT.id, event_type: 'Change' }];
}

export function fieldChange(before: TicketStep[], step: TicketStep): Record<string, unknown>[] {
  if (!repeats(step) || before.some(repeats)) return [];
  return [{ custom_ticket_fields: { [REPEATED_FIELD]: true }, previous_value: false, event_type: 'Change' }];
}
