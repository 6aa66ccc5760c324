import type { Measure } from '../kpi/kpi.schema.js';
import type { PreviewAnswer } from './definition.schema.js';

/** A preview as lines of text, the KPIs that change first. */
export function previewLines({ changes, kpis, handoffs, sample, period }: PreviewAnswer): string[] {
  const rows = kpis.map(({ kpi: { name, unit }, year: { before, after } }) => ({
    differs: before.value !== after.value || before.n !== after.n,
    line: `  ${name.padEnd(28)} ${written(before, unit).padStart(26)} -> ${written(after, unit)}`,
  }));
  return [
    changes.length > 0 ? changes.join('\n') : 'Nothing differs.',
    '',
    `Handoffs won from ${period.from} to ${period.to}:`,
    ...rows.filter(({ differs }) => differs).map(({ line }) => line),
    ...(rows.every(({ differs }) => differs) ? [] : ['  the other KPIs stay as they are']),
    ...(handoffs ? ['', handoffWords(handoffs)] : []),
    ...(sample ? [`Derived for ${sample.accounts} of ${sample.ofAccounts} accounts, drawn at random.`] : []),
  ];
}

function written({ value, low, high, n, why }: Measure, unit: string): string {
  if (value === null) return `${why ?? 'not known'} (n ${n})`;
  const digits = (number: number) => (unit === 'share' ? `${(number * 100).toFixed(1)} %` : String(Math.round(number * 10) / 10));
  const limits = low === null && high === null ? '' : ` [${low === null ? '' : digits(low)}, ${high === null ? '' : digits(high)}]`;
  return `${digits(value)}${unit === 'share' ? '' : ` ${unit}`}${limits} (n ${n})`;
}

function handoffWords({
  handoffs,
  come,
  go,
  t0,
  firstValue,
  escalations,
  repeats,
  knowledgeTransfer,
}: NonNullable<PreviewAnswer['handoffs']>): string {
  const other = `${t0} another t0, ${firstValue} another first value, ${escalations} other escalations, ${repeats} other episodes`;
  return `Of ${handoffs} handoffs ${come} come, ${go} go; ${other}, ${knowledgeTransfer} another knowledge transfer.`;
}
