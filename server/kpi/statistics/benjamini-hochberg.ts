/** p-values adjusted for the share of false discoveries, in the order given. Benjamini and Hochberg 1995, JRSS B 57:289. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  const falling = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  let least = 1;
  falling.forEach(({ p, index }, i) => {
    least = Math.min(least, (p * ps.length) / (ps.length - i));
    adjusted[index] = least;
  });
  return adjusted;
}
