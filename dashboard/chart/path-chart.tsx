import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import styles from './path.module.css';
import { ACROSS_Y, type PathMove, type PathStep, type Point, placeMoves, stepCentres } from './path-layout.js';

interface PathChartProps {
  steps: PathStep[];
  moves: PathMove[];
  title: string;
  desc: string;
}

/** Below it steps stand under each other. */
const WIDE = 760;
const TALL_ROW = 104;
const RADIUS = 17;
const LINE = 16;

/** The way through a process: how many get to each step, and which ways they take between. The tables beside it have the numbers. */
export function PathChart({ steps, moves, title, desc }: PathChartProps) {
  const { ref, width: measured } = useElementSize();
  const id = useId();
  const width = measured || 1000;
  const down = width < WIDE;
  const centres = stepCentres(steps.length, { length: down ? steps.length * TALL_ROW : width, down });
  const placed = steps.map((step, i) => ({ ...step, at: centres[i] ?? { x: 0, y: 0 } }));
  const height = down ? steps.length * TALL_ROW : ACROSS_Y + 92 + RADIUS + 4 * LINE;
  return (
    <div ref={ref} className={styles.frame}>
      <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} width={width} height={height} className={styles.path}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{desc}</desc>
        {placeMoves(moves, placed, down).map(({ from, to, kind, d, width: stroke }) => (
          <path key={`${from} ${to}`} d={d} className={styles[kind]} strokeWidth={stroke} />
        ))}
        {placed.map((step) => (
          <Step key={step.id} step={step} down={down} clip={`${id}-${step.id}`} />
        ))}
      </svg>
    </div>
  );
}

interface StepProps {
  step: PathStep & { at: Point };
  down: boolean;
  clip: string;
}

function Step({ step: { id, label, share, lines, at }, down, clip }: StepProps) {
  const text = down
    ? { x: at.x + RADIUS + 62, y: at.y - 18, anchor: 'start' as const }
    : { x: at.x, y: at.y + 100, anchor: 'middle' as const };
  const filled = RADIUS * 2 * (share ?? 0);
  return (
    <g data-step={id}>
      <clipPath id={clip}>
        <circle cx={at.x} cy={at.y} r={RADIUS} />
      </clipPath>
      <circle cx={at.x} cy={at.y} r={RADIUS} className={styles.empty} />
      <rect
        x={at.x - RADIUS}
        y={at.y + RADIUS - filled}
        width={RADIUS * 2}
        height={filled}
        clipPath={`url(#${clip})`}
        className={styles.filled}
      />
      <circle cx={at.x} cy={at.y} r={RADIUS} className={share === null ? styles.unknown : styles.ring} />
      <text x={text.x} y={text.y} textAnchor={text.anchor} className={styles.label}>
        {label}
      </text>
      {lines.map((line, i) => (
        <text key={line} x={text.x} y={text.y + LINE * (i + 1)} textAnchor={text.anchor} className={i === 0 ? styles.strong : styles.line}>
          {line}
        </text>
      ))}
    </g>
  );
}
