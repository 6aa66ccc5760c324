import { createRootRoute, Link } from '@tanstack/react-router';
import { Frame } from './frame.js';
import { Empty } from './ui/empty.js';
import { Failure } from './ui/failure.js';

/** What every page is a part of. */
export const root = createRootRoute({
  component: Frame,
  notFoundComponent: () => <Empty kind="nothing" title="There is no such page" action={<Link to="/">Overview</Link>} />,
  errorComponent: ({ error, reset }) => (
    <Failure what="This page" error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
  ),
});
