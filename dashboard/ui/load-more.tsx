import { Button } from '@mantine/core';
import { count } from './format.js';

/** What of a list that comes page by page is needed to go on with it. */
export interface MorePages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Asks for the next page; nothing where all is shown. */
export function LoadMore({ list, words = 'Load more' }: { list: MorePages; words?: string }) {
  if (!list.hasNextPage) return null;
  return (
    <Button size="xs" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {words}
    </Button>
  );
}

/** How many are shown of how many there are, and the way to more. */
export function Shown({ shown, total, list }: { shown: number; total: number; list: MorePages }) {
  return (
    <>
      <span aria-live="polite" data-loaded={shown} data-total={total}>
        {count(shown)} of {count(total)} shown
      </span>
      <LoadMore list={list} />
    </>
  );
}
