/** What the clock of a bench says. */
export const NOW = new Date('2026-06-15T09:00:00Z');
