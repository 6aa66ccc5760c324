/** Where an episode stands in the list. */
export interface Place {
  at: Date;
  sourceId: string;
  factId: string;
}

/** The latest first; what is of one moment by its fact. */
export const byMoment = (a: Place, b: Place): number =>
  b.at.getTime() - a.at.getTime() || order(a.sourceId, b.sourceId) || order(a.factId, b.factId);

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
