import { z } from 'zod';
import { instant } from './instant.js';

/** A time as a vendor writes it; see `instant`. */
export const wireInstant = z.string().transform((text, context) => {
  try {
    return instant(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});
