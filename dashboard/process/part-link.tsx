import { Link } from '@tanstack/react-router';
import { count, counted } from '../ui/format.js';
import { NO_PART, type ProcessPart } from './process-search.js';

interface PartLinkProps {
  part: ProcessPart;
  size: number;
  /** What is listed, for those who hear it out of place. */
  of: string;
}

/** A count, and the way to exactly as many handoffs; none, no way. */
export function PartLink({ part, size, of }: PartLinkProps) {
  if (size === 0) return <>0</>;
  return (
    <Link to="/process/handoff" search={(now: object) => ({ ...now, ...NO_PART, ...part })} data-count={size}>
      {count(size)}
      <span className="visually-hidden">
        {' '}
        List {counted(size, 'handoff')}: {of}
      </span>
    </Link>
  );
}
