import { previewDefinition } from '../definition/preview-definition.js';
import { handoffsWithFactor, peopleAgainstWhole, whatGoesWithIt, whyItMoved } from '../driver/driver-questions.js';
import { beginExport, endExport, nextPart } from '../export/export-questions.js';
import { allKpis, handoffsBehindKpi, knownDimensions, oneKpi } from '../kpi/kpi-questions.js';
import { handoffsInProcess, wholeProcess } from '../process/process-questions.js';
import { repeatCovered, repeatEpisodes, repeatTried } from '../repeat/repeat-questions.js';
import { whatWasRestated } from '../restatement/restatement-questions.js';
import { accountsAtRisk, riskModel, riskOfHandoff } from '../risk/risk-questions.js';
import type { AnyQuery, CountedQuestion } from './counted-question.js';

/** Every question that is answered over the columns. */
const QUESTIONS: readonly CountedQuestion<AnyQuery, object>[] = [
  allKpis,
  oneKpi,
  handoffsBehindKpi,
  knownDimensions,
  previewDefinition,
  whyItMoved,
  whatGoesWithIt,
  handoffsWithFactor,
  peopleAgainstWhole,
  wholeProcess,
  handoffsInProcess,
  beginExport,
  nextPart,
  endExport,
  whatWasRestated,
  accountsAtRisk,
  riskOfHandoff,
  riskModel,
  repeatEpisodes,
  repeatCovered,
  repeatTried,
];

const byName = new Map(QUESTIONS.map((question) => [question.name, question]));

/** Throws when it is not among them: a question that is only declared cannot be found by another thread. */
export function questionNamed(name: string): CountedQuestion<AnyQuery, object> {
  const question = byName.get(name);
  if (!question) throw new Error(`"${name}" is not among the questions of server/counting/questions.ts; add its line there`);
  return question;
}
