/** Whose handoffs a person may see: all, or those whose sales rep or CSM is one of these, by name. */
export type Visibility = { kind: 'all' } | { kind: 'people'; names: readonly string[] };

export const EVERYTHING: Visibility = { kind: 'all' };

/** Whether one handoff may be seen: the same predicate as that of the counting, for a row of the table. */
export const sees = (visibility: Visibility, { ownerName, csmName }: { ownerName: string | null; csmName: string | null }): boolean =>
  visibility.kind === 'all' || [ownerName, csmName].some((name) => name !== null && visibility.names.includes(name));
