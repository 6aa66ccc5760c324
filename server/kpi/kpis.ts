import { NotFoundException } from '@nestjs/common';
import { briefCompleteness } from './brief-completeness.js';
import { churn90d } from './churn-90d.js';
import { clocksMet } from './clocks-met.js';
import { escalations } from './escalations.js';
import { handoffHealth } from './handoff-health.js';
import { knowledgeTransferTime } from './knowledge-transfer-time.js';
import type { Kpi, Terms } from './kpi.js';
import { onboardingCompletion } from './onboarding-completion.js';
import { ownership } from './ownership.js';
import { promiseGaps } from './promise-gaps.js';
import { remembered } from './remembered.js';
import { repeatInformation } from './repeat-information.js';
import { timeToFirstValue } from './time-to-first-value.js';
import { timeToKickoff } from './time-to-kickoff.js';
import { timeToWelcome } from './time-to-welcome.js';
import { weekOneCsat } from './week-one-csat.js';

/** Every KPI, in the order they are shown, the headlines first. A new one is a file and a line here. */
const KPIS: readonly ((terms: Terms) => Kpi)[] = [
  ...[timeToFirstValue, weekOneCsat, churn90d, repeatInformation, escalations],
  ...[onboardingCompletion, knowledgeTransferTime, timeToWelcome, timeToKickoff, clocksMet],
  ...[briefCompleteness, promiseGaps, ownership, handoffHealth],
];

/** The same for every question about one version of a definition. */
const byTerms = remembered((_: Terms['definition']) => new Map<string, readonly Kpi[]>());

/** Every KPI on these terms. Always the same objects for the same terms, so that what is computed of a KPI can be kept by it. */
export function kpisOn(terms: Terms): readonly Kpi[] {
  const known = byTerms(terms.definition);
  const key = `${terms.time} ${terms.timeZone}`;
  const kpis = known.get(key) ?? KPIS.map((declare) => declare(terms));
  known.set(key, kpis);
  return kpis;
}

/** Throws not found, naming those there are. */
export function kpiOf(terms: Terms, id: string): Kpi {
  const kpis = kpisOn(terms);
  const kpi = kpis.find((candidate) => candidate.id === id);
  if (!kpi) throw new NotFoundException(`There is no KPI "${id}"; there are ${kpis.map((one) => one.id).join(', ')}.`);
  return kpi;
}
