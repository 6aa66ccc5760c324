import { resolve } from 'node:path';

/** A path as typed, from the folder in which it was typed: npm runs scripts in the folder of the package and keeps the other in INIT_CWD. */
export const typedPath = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);
