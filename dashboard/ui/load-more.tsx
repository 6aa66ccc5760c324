import { Button } from '@mantine/core';
import type { Failed } from './failure.js';
import foot from './foot.module.css';
import { count } from './format.js';

/** What of a list that comes page by page is needed to go on with it. */
export interface MorePages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: (Error & Partial<Failed>) | null;
  fetchNextPage: () => unknown;
}

/** Asks for the next page, and says beside the button why it did not come; nothing where all is shown. */
export function LoadMore({ list, words = 'Load more' }: { list: MorePages; words?: string }) {
  if (!list.hasNextPage) return null;
  return (
    <div className={foot.more}>
      <Button size="xs" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {words}
      </Button>
      {list.isFetchNextPageError && (
        <span role="alert" className={foot.failed}>
          No more could be loaded. {list.error?.message}
        </span>
      )}
    </div>
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
