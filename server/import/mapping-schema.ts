import { MAPPING_SCHEMA_PATH, mappingSchema } from '../../etl/source/csv/mapping-schema.js';

/** The file that editors complete a mapping from, as it must be in the repository: path to content. */
export const mappingSchemaFile = (): Record<string, string> => ({ [MAPPING_SCHEMA_PATH]: mappingSchema() });
