import { useSession } from '../api/use-session.js';
import styles from './note.module.css';

/** Every number, list and mail is of these handoffs only; said calmly, because it is as it should be. */
const WORDS = { team: 'You see the handoffs of your team.', mine: 'You see your own handoffs.' };

export function SightNote() {
  const sight = useSession().data?.sight ?? 'all';
  if (sight === 'all') return null;
  return <p className={styles.sight}>{WORDS[sight]} Numbers, lists and exports are of these only.</p>;
}
