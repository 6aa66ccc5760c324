import { waitWords } from '../wait-words.js';
import styles from './form.module.css';

interface OutcomeProps {
  of: { error: (Error & { status?: number; waitSeconds?: number | null }) | null; isSuccess: boolean };
  /** Said when it went well; left out where the page itself shows it. */
  done?: string;
}

/** How what was asked for went: what stands in the way at once, success quietly. */
export function Outcome({ of: { error, isSuccess }, done }: OutcomeProps) {
  return (
    <>
      {error && (
        <p role="alert" className={styles.bad}>
          {waitWords(error) ?? sentence(error.message)}
        </p>
      )}
      <p aria-live="polite" className={styles.soft} hidden={!(isSuccess && done)}>
        {isSuccess ? done : ''}
      </p>
    </>
  );
}

/** The server's sentence may begin with the name of a field. */
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
