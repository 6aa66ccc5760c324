import { Link } from '@tanstack/react-router';
import form from '../ui/form/form.module.css';
import { Lines } from '../ui/form/lines.js';
import styles from './definition.module.css';
import type { PartProps } from './part-props.js';

type Repeat = PartProps['definition']['rules']['repeat'];

const LANGUAGES = { en: 'English', de: 'German', fr: 'French', es: 'Spanish', pt: 'Portuguese' } as const;

const TIERS = {
  reported: 'Reported by a survey, a tag or a field',
  'asked again': 'A question whose answer is already in the brief',
  inferred: "The customer's own words",
} as const;

/** What shows that a customer had to say again what we knew. */
export function RepeatFields({ definition, change, choices }: PartProps) {
  const { rules } = definition;
  const { repeat } = rules;
  const set = (patch: Partial<Repeat>) => change({ ...definition, rules: { ...rules, repeat: { ...repeat, ...patch } } });
  const tags = choices.tags.length > 0 ? `; seen are ${choices.tags.slice(0, 8).join(', ')}` : '';
  return (
    <>
      <p className={styles.soft}>
        <Link to="/repeat">Try phrases on stored tickets</Link> before you keep them here.
      </p>
      <Ticks legend="Evidence that counts" names={TIERS} chosen={repeat.tiers} onChange={(tiers) => set({ tiers })} />
      <Ticks
        legend="Languages whose built-in phrases are used"
        names={LANGUAGES}
        chosen={repeat.languages}
        onChange={(languages) => set({ languages })}
      />
      <Lines
        name="tags"
        schema={{ description: `Ticket tags by which a person reports it${tags}` }}
        value={repeat.tags}
        onChange={(next) => set({ tags: next as string[] })}
      />
      <Lines
        name="phrases"
        schema={{ description: 'Own phrases; * stands for up to five words' }}
        value={repeat.phrases}
        onChange={(next) => set({ phrases: next as string[] })}
      />
      <Lines
        name="never"
        schema={{ description: 'Sentences with these words never mean it' }}
        value={repeat.never}
        onChange={(next) => set({ never: next as string[] })}
      />
    </>
  );
}

interface TicksProps<T extends string> {
  legend: string;
  names: Record<T, string>;
  chosen: T[];
  onChange: (chosen: T[]) => void;
}

function Ticks<T extends string>({ legend, names, chosen, onChange }: TicksProps<T>) {
  const all = Object.keys(names) as T[];
  return (
    <fieldset className={form.group}>
      <legend>{legend}</legend>
      {all.map((one) => (
        <label key={one} className={form.check}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={(event) => onChange(all.filter((other) => (other === one ? event.currentTarget.checked : chosen.includes(other))))}
          />
          {names[one]}
        </label>
      ))}
    </fieldset>
  );
}
