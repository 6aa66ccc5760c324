/** Whose handoffs a person may see: all, or those whose sales rep or CSM is one of these, by name. */
export type Visibility = { kind: 'all' } | { kind: 'people'; names: readonly string[] };

export const EVERYTHING: Visibility = { kind: 'all' };
