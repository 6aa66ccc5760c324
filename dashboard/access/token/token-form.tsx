import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { NewToken, Sight } from '../../api/shape.js';
import { useSession } from '../../api/use-session.js';
import { Choice } from '../../ui/choice.js';
import styles from '../../ui/form/form.module.css';
import { Outcome } from '../../ui/form/outcome.js';
import { TextField } from '../../ui/form/text-field.js';
import { OWN_SIGHT_OPTIONS, SCOPE_WORDS, sightsWithin } from '../role-words.js';
import { MadeToken } from './made-token.js';
import { useMakeToken } from './use-tokens.js';

type Scope = NewToken['scopes'][number];

const LASTS = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'a year' },
];

export const isScope = (scope: string): scope is Scope => Object.hasOwn(SCOPE_WORDS, scope);

/** What a new token may do, whose handoffs it sees, and how long. It never gets more than its maker has. */
export function TokenForm({ scopes }: { scopes: Scope[] }) {
  const session = useSession().data;
  const make = useMakeToken();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Scope[]>(['read']);
  const [visibility, setVisibility] = useState<Sight | null>(null);
  const [days, setDays] = useState('90');
  const sight = session?.sight ?? 'mine';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(
      { name: name.trim(), scopes: chosen, visibility: visibility ?? sight, days: Number(days) },
      { onSuccess: () => setName('') },
    );
  };
  if (make.data) return <MadeToken secret={make.data.secret} done={make.reset} />;
  const toggle = (right: Scope) => setChosen((now) => (now.includes(right) ? now.filter((one) => one !== right) : [...now, right]));
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Make a token">
      <TextField label="Name" placeholder="Nightly load into the warehouse" value={name} onChange={setName} required maxLength={100} />
      <fieldset className={styles.group}>
        <legend>What it may do</legend>
        {scopes.map((right) => (
          <label key={right} className={styles.check}>
            <input type="checkbox" checked={chosen.includes(right)} onChange={() => toggle(right)} />
            {SCOPE_WORDS[right]}
          </label>
        ))}
      </fieldset>
      <div className={styles.row}>
        <Choice
          label="Whose handoffs it sees"
          value={visibility ?? sight}
          options={OWN_SIGHT_OPTIONS.filter(({ value }) => sightsWithin(sight).includes(value))}
          onChange={setVisibility}
        />
        <Choice label="Works for" value={days} options={LASTS} onChange={setDays} />
      </div>
      <Outcome of={make} />
      <div className={styles.actions}>
        <Button type="submit" size="xs" loading={make.isPending} disabled={chosen.length === 0}>
          Make the token
        </Button>
      </div>
    </form>
  );
}
