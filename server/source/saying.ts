import { UnprocessableEntityException } from '@nestjs/common';
import { SourceError } from '../../etl/source/source-error.js';

/** What a tool refused, or what it was told wrongly, is the asker's to mend: a SourceError becomes a 422 with its words. */
export async function saying<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof SourceError) throw new UnprocessableEntityException(cause.message, { cause });
    throw cause;
  }
}
