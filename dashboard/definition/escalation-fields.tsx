import form from '../ui/form/form.module.css';
import { Lines } from '../ui/form/lines.js';
import styles from './definition.module.css';
import type { PartProps } from './part-props.js';

/** What counts as an escalation, beside what the mapping of a source calls one. */
export function EscalationFields({ definition, change, choices }: PartProps) {
  const { rules } = definition;
  const { escalation } = rules;
  const set = (patch: Partial<typeof escalation>) =>
    change({ ...definition, rules: { ...rules, escalation: { ...escalation, ...patch } } });
  const priorities = [...new Set([...choices.priorities, ...escalation.priorities])];
  const ticked = (priority: string, on: boolean) =>
    set({ priorities: priorities.filter((one) => (one === priority ? on : escalation.priorities.includes(one))) });
  return (
    <>
      <p className={styles.soft}>
        An escalation that a source's own mapping tells counts anyway. A ticket that has such a priority or tag without anyone having been
        seen to raise it counts from its opening.
      </p>
      <fieldset className={form.group}>
        <legend>Ticket priorities that are escalations</legend>
        {priorities.map((priority) => (
          <label key={priority} className={form.check}>
            <input
              type="checkbox"
              checked={escalation.priorities.includes(priority)}
              onChange={(event) => ticked(priority, event.currentTarget.checked)}
            />
            {priority}
          </label>
        ))}
      </fieldset>
      <Lines
        name="tags"
        schema={{ description: `Ticket tags that are escalations${seen(choices.tags)}` }}
        value={escalation.tags}
        onChange={(tags) => set({ tags: tags as string[] })}
      />
      <label className={form.check}>
        <input type="checkbox" checked={escalation.tasks} onChange={(event) => set({ tasks: event.currentTarget.checked })} />
        Escalation tasks count
      </label>
    </>
  );
}

const seen = (tags: string[]): string => (tags.length > 0 ? `; seen are ${tags.slice(0, 8).join(', ')}` : '');
