import type { NamedQuestion } from './asked.js';
import { sameQuestion } from './key-of.js';

/** Questions that are remembered of one reading. */
const MOST = 500;

/** A question that was asked once is likely not to be asked again soon. */
const OFTEN = 2;

/** What was asked again and again of each workspace since it was last taken. */
export class Favourites {
  private readonly asked = new Map<string, Map<string, { question: NamedQuestion; times: number }>>();

  note(question: NamedQuestion): void {
    const { id } = question.workspace;
    const asked = this.asked.get(id) ?? new Map<string, { question: NamedQuestion; times: number }>();
    this.asked.set(id, asked);
    const key = sameQuestion(question);
    const known = asked.get(key);
    if (known) known.times++;
    else if (asked.size < MOST) asked.set(key, { question, times: 1 });
  }

  /** The most asked first; then it begins anew. */
  take(workspaceId: string): NamedQuestion[] {
    const asked = [...(this.asked.get(workspaceId)?.values() ?? [])];
    this.asked.delete(workspaceId);
    return asked
      .filter(({ times }) => times >= OFTEN)
      .sort((one, other) => other.times - one.times)
      .map(({ question }) => question);
  }

  forget(workspaceId: string): void {
    this.asked.delete(workspaceId);
  }
}
