import { SetMetadata } from '@nestjs/common';

export interface Dear {
  /** What is asked for, as the refusal says it: 'exports'. */
  what: string;
  limit: number;
  seconds: number;
}

export const DEAR = 'dear';

/** So many of these within so many seconds for one person, or one token, however many servers there are. */
export const Dear = (what: string, limit: number, seconds: number) => SetMetadata(DEAR, { what, limit, seconds } satisfies Dear);
