import type { ProcessAnswer } from '../api/shape.js';
import type { PathStep } from '../chart/path-layout.js';
import { count, counted, quantity } from '../ui/format.js';

/** Steps as they are drawn: how many get there, after how long, and how many wait there now. */
export function pathSteps({ handoffs, steps, waiting }: ProcessAnswer): PathStep[] {
  const waits = (id: string) => {
    const found = waiting.find(({ after }) => after === id);
    return found ? [`${count(found.count)} wait here`] : [];
  };
  return [
    { id: 'won', label: 'Deal won', share: 1, lines: [counted(handoffs, 'handoff'), ...waits('won')] },
    ...steps.map(({ id, label, unit, measured, share, median }) => {
      if (!measured) return { id, label, share: null, lines: ['not recorded'] };
      const reached = share.value === null ? 'too few' : quantity(share.value, 'share');
      return {
        id,
        label,
        share: share.value,
        lines: [reached, ...(median.value === null ? [] : [`after ${quantity(median.value, unit)}`]), ...waits(id)],
      };
    }),
  ];
}

/** The picture in one sentence. */
export function pathSentence({ handoffs, steps, waiting }: ProcessAnswer): string {
  const reached = steps
    .filter(({ share }) => share.value !== null)
    .map(({ label, share }) => `${label.toLowerCase()} ${quantity(share.value, 'share')}`);
  const [most] = [...waiting].sort((a, b) => b.count - a.count);
  const where = most ? ` Most wait here: ${most.label.toLowerCase()}, ${counted(most.count, 'handoff')}.` : '';
  return `Of ${counted(handoffs, 'won deal')}, so many get to each step within 90 days: ${reached.join(', ')}.${where}`;
}

export const stepLabel = ({ steps }: ProcessAnswer, id: string): string =>
  id === 'won' ? 'Deal won' : (steps.find((step) => step.id === id)?.label ?? id);
