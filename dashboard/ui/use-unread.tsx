import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSources } from '../api/use-sources.js';
import type { Emptiness } from './empty.js';

/** Says why nothing is known yet: there is no source, or not every one has been read once, and then `words`. Null once they have. */
export function useUnread(words: string): (dataAsOf: string | null) => Emptiness | null {
  const sources = useSources();
  return (dataAsOf) => {
    if (sources.data?.sources.length === 0)
      return {
        kind: 'no source',
        title: 'No source is connected yet',
        words: 'Import your own files with `npm run baton -- import`, or connect a CRM and a support tool.',
        action: (
          <Button component={Link} to="/source" variant="default" size="xs">
            Sources
          </Button>
        ),
      };
    return dataAsOf === null ? { kind: 'syncing', title: 'The first reading is on its way', words } : null;
  };
}
