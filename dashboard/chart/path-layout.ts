/** A step of a path as it is drawn. */
export interface PathStep {
  id: string;
  label: string;
  /** From 0 to 1, how full it is drawn; null where nothing is known. */
  share: number | null;
  /** Under its label, at most three short lines. */
  lines: string[];
}

/** A way from one step to another. */
export interface PathMove {
  from: string;
  to: string;
  count: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface PlacedMove extends PathMove {
  d: string;
  width: number;
  /** Straight on, over steps that were left out, or back against the order. */
  kind: 'on' | 'over' | 'back';
}

/** Where steps lie along a path of `length`: across a desk, or down a phone. */
export function stepCentres(count: number, { length, down }: { length: number; down: boolean }): Point[] {
  const step = length / count;
  return Array.from({ length: count }, (_, i) => (down ? { x: DOWN_X, y: step * (i + 0.5) } : { x: step * (i + 0.5), y: ACROSS_Y }));
}

/** Where the line of the steps lies: below the bows that skip, above those that go back. */
export const ACROSS_Y = 92;
const DOWN_X = 92;

const THICKEST = 9;
const MOST_BOW = 74;

/** Moves as lines and bows, as wide as many handoffs went; ways of fewer than a fiftieth of the widest are left to the table. */
export function placeMoves(moves: readonly PathMove[], steps: readonly { id: string; at: Point }[], down: boolean): PlacedMove[] {
  const most = Math.max(1, ...moves.map(({ count }) => count));
  const places = new Map(steps.map((step, i) => [step.id, { ...step, i }]));
  return moves.flatMap((move) => {
    const [from, to] = [places.get(move.from), places.get(move.to)];
    if (!from || !to || move.count < most / 50) return [];
    const far = to.i - from.i;
    const kind = far === 1 ? 'on' : far > 1 ? 'over' : 'back';
    const bow = kind === 'on' ? 0 : Math.min(MOST_BOW, 24 + 11 * Math.abs(far)) * (kind === 'over' ? -1 : 1);
    return [{ ...move, kind, d: bowed(from.at, to.at, { bow, down }), width: Math.max(1, (move.count / most) * THICKEST) }];
  });
}

/** From one centre to another, bent sideways by `bow`. */
function bowed(from: Point, to: Point, { bow, down }: { bow: number; down: boolean }): string {
  if (bow === 0) return `M${from.x} ${from.y}L${to.x} ${to.y}`;
  const [one, two] = [from, to].map(({ x, y }) => (down ? { x: x + bow * 1.3, y } : { x, y: y + bow * 1.3 }));
  return `M${from.x} ${from.y}C${one?.x} ${one?.y} ${two?.x} ${two?.y} ${to.x} ${to.y}`;
}
