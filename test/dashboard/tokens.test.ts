import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('dashboard/ui/tokens.css', 'utf8');
const SCHEMES = { light: /:root \{([^}]*)\}/, dark: /scheme="dark"\] \{([^}]*)\}/ };
const TEXT = ['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'bad', 'warn'];
const MARKS = ['mark', 'mark-limit', 'mark-target'];

describe.each(Object.entries(SCHEMES))('in the %s scheme', (_scheme, block) => {
  const tokens = new Map([...(css.match(block)?.[1] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
  const contrast = (one: string, two: string) => ratio(tokens.get(one), tokens.get(two));

  test.each(TEXT)('%s is read on page, surface and sunken ground: 4.5 to 1', (name) => {
    for (const ground of ['page', 'surface', 'sunken']) expect(contrast(name, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(MARKS)('%s is seen on a surface: 3 to 1', (name) => {
    expect(contrast(name, 'surface')).toBeGreaterThanOrEqual(3);
  });

  test.each(['good', 'bad', 'warn', 'accent'])('%s is read on its own soft ground', (name) => {
    expect(contrast(name, `${name}-soft`)).toBeGreaterThanOrEqual(4.5);
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function ratio(one: string | undefined, two: string | undefined): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('the token is not a colour of six digits');
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
