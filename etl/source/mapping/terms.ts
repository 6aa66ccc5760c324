import { z } from 'zod';

export const timeZone = z
  .string()
  .refine(isTimeZone, 'is not a time zone; write it as Europe/Berlin, America/Sao_Paulo or UTC')
  .describe('Of the dates and times that do not say theirs, as Europe/Berlin');

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be three letters, as EUR')
  .describe('Of amounts that do not say theirs');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
