import type { Passage as Words } from '../api/shape.js';
import styles from './repeat.module.css';

/** The words that are the evidence, marked where they stand. */
export function Passage({ passage }: { passage: Words }) {
  return (
    <blockquote className={styles.passage}>
      {passage.before}
      <mark>{passage.words}</mark>
      {passage.after}
    </blockquote>
  );
}
