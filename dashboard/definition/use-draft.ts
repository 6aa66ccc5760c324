import { useEffect, useState } from 'react';
import type { Definition, DefinitionAnswer } from '../api/shape.js';

interface Draft {
  /** The version that is edited. */
  base: DefinitionAnswer;
  draft: Definition;
  /** How often it was started: fields that hold text of their own start with it. */
  times: number;
  changed: boolean;
  edit(next: Definition): void;
  /** Begins again with the newest version. */
  start(): void;
}

/** A definition under edit. A newer version takes its place only where nothing is changed, or what was changed has been decided. */
export function useDraft(given: DefinitionAnswer, decided: boolean): Draft {
  const [base, setBase] = useState(given);
  const [draft, setDraft] = useState(given.definition);
  const [times, setTimes] = useState(0);
  const changed = JSON.stringify(draft) !== JSON.stringify(base.definition);
  const start = () => {
    setBase(given);
    setDraft(given.definition);
    setTimes((before) => before + 1);
  };
  const stale = given.version !== base.version && (!changed || decided);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it starts again when it has become stale, and then only.
  useEffect(() => {
    if (stale) start();
  }, [stale]);
  return { base, draft, times, changed, edit: setDraft, start };
}
