/** Most records that one transaction takes. */
export const BATCH_RECORDS = 5_000;
