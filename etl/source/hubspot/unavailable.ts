import { SourceError } from '../source-error.js';

/** 403: the scope or the product tier is missing. 404: the account has no such object. */
export const unavailable = (error: unknown): boolean => error instanceof SourceError && (error.status === 403 || error.status === 404);
