import { Panel } from '../ui/panel.js';
import styles from './found-people.module.css';
import { useFoundPeople } from './use-erasure.js';

interface FoundPeopleProps {
  words: string;
  choose: (email: string) => void;
}

/** Who is meant. */
export function FoundPeople({ words, choose }: FoundPeopleProps) {
  const found = useFoundPeople(words);
  return (
    <Panel
      title="People found"
      query={found}
      height={160}
      empty={({ people }) =>
        people.length === 0
          ? { kind: 'no match', title: 'Nobody of that address or name', words: 'The sources know nobody of it, or nobody any more.' }
          : null
      }
    >
      {({ people, most }) => (
        <>
          <ul className={styles.people}>
            {people.map(({ email, name, internal }) => (
              <li key={email}>
                <button type="button" onClick={() => choose(email)}>
                  <span className="visually-hidden">See what is known of </span>
                  <b>{email}</b>
                  <small>{`${name ?? 'name not known'}, ${internal ? 'one of ours' : 'of a customer'}`}</small>
                </button>
              </li>
            ))}
          </ul>
          {people.length === most && <p className={styles.more}>{`The first ${most}. Say more of the address.`}</p>}
        </>
      )}
    </Panel>
  );
}
