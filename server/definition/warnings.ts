import type { Known } from './check-definition.js';
import type { Definition } from './definition.js';

/** What may be a slip of the pen, and may be meant: it is said, and not refused. */
export function warningsOf({ rules, targets }: Definition, { choices }: Known): string[] {
  const unseen = (what: string, names: readonly string[], seen: readonly string[]) =>
    names.filter((name) => !seen.includes(name)).map((name) => `No ${what} "${name}" has been seen in any source.`);
  const stages = choices.stages.map(({ source, pipeline, stage }) => JSON.stringify([source, pipeline, stage]));
  return [
    ...rules.wonStages
      .filter(({ source, pipeline, stage }) => !stages.includes(JSON.stringify([source, pipeline, stage])))
      .map(({ source, pipeline, stage }) => `No source has a stage "${stage}" in the pipeline "${pipeline}" of "${source}".`),
    ...unseen(
      'handoff of the product',
      rules.firstValue.flatMap(({ product }) => product ?? []),
      choices.products,
    ),
    ...unseen('ticket with the tag', [...rules.repeat.tags, ...rules.escalation.tags], choices.tags),
    ...unseen(
      'ticket of the priority',
      rules.escalation.priorities.filter((priority) => priority !== 'urgent'),
      choices.priorities,
    ),
    ...unseen('handoff of the segment', [...new Set(Object.values(targets).flatMap((target) => Object.keys(target)))], choices.segments),
  ];
}
