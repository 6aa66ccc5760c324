import { Link } from '@tanstack/react-router';
import { counted, count as digits } from '../ui/format.js';

interface SideLinkProps {
  id: string;
  place: 'yes' | 'no';
  ending: 'churn' | 'value';
  count: number;
  /** What the list is of, for those who hear it out of place. */
  of: string;
}

/** A way to the handoffs on one side of a factor; none of them, no way. */
export function SideLink({ id, place, ending, count, of }: SideLinkProps) {
  if (count === 0) return <>n = 0</>;
  return (
    <Link to="/driver/factor/$id" params={{ id }} search={(now: object) => ({ ...now, place, of: ending })} data-count={count}>
      n = {digits(count)}
      <span className="visually-hidden">
        {' '}
        List {counted(count, 'handoff')}: {of}
      </span>
    </Link>
  );
}
