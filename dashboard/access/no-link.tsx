import { Link } from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.js';
import { Door } from './door.js';

/** For a link that opens nothing: it says the same for wrong, used and expired. */
export function NoLink({ what }: { what: string }) {
  return (
    <Door
      title="This link does not open"
      lead={<p>A {what} works once and for a limited time. This one was used, has expired, or was not copied whole. Ask for a new one.</p>}
    >
      <Link to="/">Go to Baton</Link>
    </Door>
  );
}

/** Whether the server knows no such link, or does not any more. */
export const isGone = (error: Error | null): boolean => error instanceof ApiProblem && [404, 410].includes(error.status);
