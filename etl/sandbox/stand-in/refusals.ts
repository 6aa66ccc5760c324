import type { StandIn } from './stand-in.js';

/** Counts the answers by which a stand-in says that a limit is used up, until another fault is set. */
export function countRefusals(standIn: StandIn<unknown>): () => number {
  let refused = 0;
  standIn.fail(() => ({
    kind: 'change',
    change(usual) {
      if (usual.status === 429) refused += 1;
      return usual;
    },
  }));
  return () => refused;
}
