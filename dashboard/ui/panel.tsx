import { Skeleton } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { type Emptiness, Empty } from './empty.js';
import { type Failed, Failure } from './failure.js';
import { useLate } from './late.js';
import styles from './panel.module.css';

/** A question as TanStack Query answers it. */
export interface Asked<T> {
  data: T | undefined;
  error: (Error & Partial<Failed>) | null;
  isFetching: boolean;
  isPlaceholderData?: boolean;
  /** The error is of a further page, and said at the end of the list. */
  isFetchNextPageError?: boolean;
  refetch: () => unknown;
}

export interface PanelProps<T> {
  title: string;
  /** Above the title's line, at its right. */
  aside?: ReactNode;
  query: Asked<T>;
  /** Height of the skeleton in px: about that of the answer, so that nothing jumps. */
  height: number;
  /** Null: there is something to show. */
  empty?: (data: T) => Emptiness | null;
  /** No frame: the content brings its own. */
  bare?: boolean;
  /** Shown to screen readers only. */
  hideTitle?: boolean;
  children: (data: T) => ReactNode;
}

/** Draws a question waiting, broken, empty or answered: never a blank, and never a number nobody gave. */
export function Panel<T>({ title, aside, query, height, bare = false, hideTitle = false, ...body }: PanelProps<T>) {
  const id = useId();
  const refreshing = useLate(query.isFetching && query.data !== undefined && query.isPlaceholderData === true);
  return (
    <section className={bare ? styles.bare : styles.panel} aria-labelledby={id} aria-busy={query.isFetching && query.data === undefined}>
      <header className={hideTitle && !aside ? 'visually-hidden' : styles.head}>
        <h2 id={id} className={hideTitle ? 'visually-hidden' : styles.title}>
          {title}
        </h2>
        {refreshing && <span className={styles.refreshing}>refreshing</span>}
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      <div className={refreshing ? styles.stale : undefined}>
        <Body what={title} query={query} height={height} {...body} />
      </div>
    </section>
  );
}

type BodyProps<T> = Pick<PanelProps<T>, 'query' | 'height' | 'empty' | 'children'> & { what: string };

function Body<T>({ what, query, height, empty, children }: BodyProps<T>) {
  const waiting = useLate(query.data === undefined && query.error === null);
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    if (query.error?.status === 403) return <Empty kind="no permission" title="You may not see this" words={query.error.message} />;
    if (query.error) return <Failure what={what} error={query.error} retry={retry} />;
    return <div style={{ minHeight: height }}>{waiting && <Skeleton height={height} aria-label={`${what} is loading`} />}</div>;
  }
  const nothing = empty?.(query.data);
  return (
    <>
      {query.error && !query.isFetchNextPageError && <Failure what={what} error={query.error} retry={retry} stale />}
      {nothing ? <Empty {...nothing} /> : children(query.data)}
    </>
  );
}
