import type { KpiAnswer } from '../kpi/kpi.schema.js';
import { countOf, countWords, valueWords } from './words.js';

/** Longer subjects are cut off by mail clients. */
const LONGEST_SUBJECT = 60;

/** The conclusion first, behind a prefix that mail rules can rely on. */
export function subjectOf(kpis: readonly KpiAnswer[], accountsAtRisk: number): string {
  const churn = kpis.find(({ kpi }) => kpi.id === 'churn-90d');
  const risk = countOf(accountsAtRisk, 'account');
  const short = accountsAtRisk === 0 ? 'none' : countWords(accountsAtRisk);
  const candidates = (churn ? churnWords(churn) : []).flatMap((words) => [`${risk} at risk, ${words}`, `${short} at risk, ${words}`]);
  const fits = candidates.map((words) => `Handoff health: ${words}`).find((subject) => subject.length <= LONGEST_SUBJECT);
  return fits ?? `Handoff health: ${risk} at risk`;
}

/** 40 to 90 characters that a mail client shows beside the subject, and that do not repeat it. */
export function preheaderOf(kpis: readonly KpiAnswer[]): string {
  const [first] = kpis;
  if (!first) return 'Five numbers, what moved them, and the accounts that need a person.';
  const words = `${first.kpi.name}: ${first.measure.value === null ? 'not reached yet' : valueWords(first.measure, first.kpi.unit)}`;
  return `${words}. What moved, and the accounts that need a person.`.slice(0, 90);
}

/** From the fullest to the shortest. A period that is not mature has no change of its own; then the trend speaks. */
function churnWords({ measure, comparison, signal }: KpiAnswer): string[] {
  if (measure.value === null) return ['churn not known yet'];
  const value = `churn ${valueWords(measure, 'share')}`;
  if (comparison?.clear && comparison.difference !== null) {
    // Only part of the period is compared then: its change does not belong beside the number of the whole.
    const change = comparison.of ? `clearly ${comparison.difference > 0 ? 'higher' : 'lower'}` : signed(comparison.difference);
    return [`${value} (${change})`, value];
  }
  if (signal.clear) return [`${value}, ${signal.words}`, `${value} (changed)`];
  return [`${value} (no clear change)`, value];
}

/** "+2.1 points": a change of a share. */
function signed(difference: number): string {
  return `${difference > 0 ? '+' : ''}${(difference * 100).toFixed(1)} points`;
}
