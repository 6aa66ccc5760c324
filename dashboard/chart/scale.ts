const STEPS = [1, 2, 2.5, 5, 10];

/** Round ticks from 0 to at least `top`, about `wanted` of them: an axis that starts elsewhere would exaggerate. */
export function ticksFromZero(top: number, wanted = 5): number[] {
  if (!(top > 0) || !Number.isFinite(top)) return [0, 1];
  const raw = top / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((size) => size * power >= raw * 0.999999) ?? 10) * power;
  const last = Math.ceil(top / step - 1e-9);
  return Array.from({ length: last + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

interface Extent {
  value: number | null;
  high: number | null;
  limits?: { high: number | null } | null;
}

/** Where the axis ends: it shows every value, limit and target whole, and cuts intervals off that would flatten the rest. */
export function topOf(points: Extent[], extra: (number | null)[], share: boolean): number {
  const known = (values: (number | null | undefined)[]) => values.filter((value): value is number => typeof value === 'number');
  const values = known([...points.map((point) => point.value), ...points.map((point) => point.limits?.high), ...extra]);
  const value = Math.max(0, ...values);
  const high = Math.max(0, ...known(points.map((point) => point.high)));
  const top = Math.max(value * 1.05, Math.min(high, value * 1.6));
  return share ? Math.min(1, top) : top;
}
