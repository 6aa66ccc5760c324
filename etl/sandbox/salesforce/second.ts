import type { Moment } from '../company/company.js';

/** Salesforce keeps no milliseconds. */
export const second = (at: Moment): Moment => Math.floor(at / 1000) * 1000;

/** Null stays null. */
export const secondOrNull = (at: Moment | null): Moment | null => (at === null ? null : second(at));

export const dayOf = (at: Moment | null): string | null => (at === null ? null : new Date(at).toISOString().slice(0, 10));
