import type { ValidateFunction } from 'ajv';

/** One question a vendor documents. */
export interface Operation {
  method: string;
  path: RegExp;
  /** How many parts of the path are fixed: 'deals/archived' is more than 'deals/{id}'. */
  fixed: number;
  parameters: { name: string; required: boolean; validate: ValidateFunction | null }[];
  /** Null where the document has no schema. */
  request: ValidateFunction | null;
  /** By status, '2XX' or 'default'; null where the document has no schema. */
  answers: Map<string, ValidateFunction | null>;
}
