import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The connections behind a data source, as pg holds them: of a scoped one they are in the role of the door, whatever scope was said. */
export const poolOf = (db: DataSource): Pool => (db.driver as unknown as { master: Pool }).master;
