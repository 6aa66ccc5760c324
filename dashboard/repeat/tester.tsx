import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RepeatRules, RepeatTry } from '../api/shape.js';
import { count, counted } from '../ui/format.js';
import { Panel } from '../ui/panel.js';
import styles from './repeat.module.css';
import { type AskedQuery, LANGUAGE_WORDS } from './repeat-search.js';
import { MissedItem, TriedItem } from './tried-item.js';
import { useTried } from './use-repeat.js';
import { useSettled } from './use-settled.js';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt'] as const;
const FEWEST_LETTERS = 3;
const SHOWN = 12;

/** Tries phrases on the latest messages of customers: what they find, what they no longer find, and what people reported and no rule sees. */
export function Tester({ query }: { query: AskedQuery | null }) {
  const [phrases, setPhrases] = useState('');
  const [never, setNever] = useState('');
  const [languages, setLanguages] = useState<readonly (typeof LANGUAGES)[number][] | null>(null);
  const rules = useSettled(JSON.stringify(rulesOf({ phrases, never, languages })));
  const tried = useTried(query, JSON.parse(rules) as RepeatRules);
  return (
    <Panel title="Try other rules" query={tried} height={320}>
      {(data) => (
        <>
          <p className={styles.soft}>
            What is tried here changes nothing. Keep what works on the{' '}
            <Link to="/definition" search={{ part: 'repeat' }}>
              definitions
            </Link>{' '}
            page. Left empty, a field is as it is in force.
          </p>
          <div className={styles.fields}>
            <TextLines label="Own phrases, one a line; * stands for up to five words" value={phrases} onChange={setPhrases} />
            <TextLines label="Sentences with these words never mean it" value={never} onChange={setNever} />
            <fieldset className={styles.languages}>
              <legend>Built-in phrases of</legend>
              {LANGUAGES.map((language) => (
                <label key={language}>
                  <input
                    type="checkbox"
                    checked={(languages ?? LANGUAGES).includes(language)}
                    onChange={(event) =>
                      setLanguages(
                        LANGUAGES.filter((one) =>
                          one === language ? event.currentTarget.checked : (languages ?? LANGUAGES).includes(one),
                        ),
                      )
                    }
                  />
                  {LANGUAGE_WORDS[language]}
                </label>
              ))}
            </fieldset>
          </div>
          <Tried data={data} />
        </>
      )}
    </Panel>
  );
}

interface Written {
  phrases: string;
  never: string;
  languages: readonly (typeof LANGUAGES)[number][] | null;
}

function rulesOf({ phrases, never, languages }: Written): RepeatRules {
  return {
    ...(linesOf(phrases).length > 0 && { phrases: linesOf(phrases) }),
    ...(linesOf(never).length > 0 && { never: linesOf(never) }),
    ...(languages && { languages: [...languages] }),
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= FEWEST_LETTERS)
    .slice(0, 200);

function TextLines({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label className={styles.lines}>
      <span>{label}</span>
      <textarea rows={4} value={value} spellCheck={false} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}

function Tried({ data }: { data: RepeatTry }) {
  return (
    <>
      <p className={styles.coverage} aria-live="polite">
        <strong>{counted(data.hits, 'hit')}</strong> in the latest {counted(data.read, 'message')} of customers: {count(data.came)} new,{' '}
        {count(data.went)} lost. People reported {counted(data.reported, 'of these conversations', 'of these conversations')}; in{' '}
        {count(data.missed)} of them no message is a hit.
      </p>
      <Found title="Hits" open items={data.hitItems} of={data.hits} />
      <Found title="No longer found" items={data.wentItems} of={data.went} />
      {data.missedItems.length > 0 && (
        <details className={styles.found}>
          <summary>
            Reported, and found by no rule (
            {SHOWN < data.missed ? `the first ${count(SHOWN)} of ${count(data.missed)}` : count(data.missed)})
          </summary>
          <ol className={styles.rows}>
            {data.missedItems.slice(0, SHOWN).map((item) => (
              <MissedItem key={`${item.record.sourceId} ${item.record.recordId}`} item={item} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

interface FoundProps {
  title: string;
  open?: boolean;
  items: RepeatTry['hitItems'];
  of: number;
}

function Found({ title, open = false, items, of }: FoundProps) {
  if (items.length === 0) return null;
  return (
    <details className={styles.found} open={open}>
      <summary>
        {title} ({SHOWN < of ? `the first ${count(SHOWN)} of ${count(of)}` : count(of)})
      </summary>
      <ol className={styles.rows}>
        {items.slice(0, SHOWN).map((item) => (
          <TriedItem key={`${item.record.sourceId} ${item.record.recordId}`} item={item} />
        ))}
      </ol>
    </details>
  );
}
