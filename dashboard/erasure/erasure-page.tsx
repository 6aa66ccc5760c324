import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import form from '../ui/form/form.module.css';
import { TextField } from '../ui/form/text-field.js';
import { IgnoredNotice } from '../ui/ignored-notice.js';
import { Page } from '../ui/page.js';
import { Section } from '../ui/section.js';
import { ErasePerson } from './erase-person.js';
import { FoundPeople } from './found-people.js';
import { Proof } from './proof.js';
import { useErase } from './use-erasure.js';

/** Somebody known from the sources asks to be forgotten. Who it is stays out of the address: it would outlive them in the browser's history. */
export function ErasurePage() {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState<string | null>(null);
  const [email, setEmail] = useState<string | null>(null);
  const erase = useErase();
  const search = (event: FormEvent) => {
    event.preventDefault();
    setEmail(null);
    erase.reset();
    setWords(typed.trim());
  };
  return (
    <Page title="Erase a person" lead={<p>Somebody whom your tools know, at a customer or one of your own, asks to be forgotten.</p>}>
      <IgnoredNotice />
      <Section title="Whom?">
        <form className={form.form} onSubmit={search} aria-label="Search">
          <div className={form.row}>
            <TextField label="E-mail or name" value={typed} onChange={setTyped} required minLength={2} maxLength={320} autoComplete="off" />
            <Button type="submit" size="xs" variant="default">
              Search
            </Button>
          </div>
        </form>
      </Section>
      {erase.data && <Proof erased={erase.data} />}
      {words !== null && !erase.data && <FoundPeople words={words} choose={setEmail} />}
      {email !== null && !erase.data && <ErasePerson key={email} email={email} erase={erase} />}
    </Page>
  );
}
