import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { mappingSchemaFile } from './import/mapping-schema.js';
import { openApiDocument } from './openapi.js';

/** `npm run api` writes what follows from the declarations of the API and of the CSV mapping; with --check it fails when that is not what is committed. */
const document = `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
const types = astToString(await openapiTS(document));
const files = { 'server/openapi.json': document, 'dashboard/api/schema.gen.ts': types, ...mappingSchemaFile() };

const check = process.argv.includes('--check');
for (const [file, wanted] of Object.entries(files)) {
  if ((await readFile(file, 'utf8').catch(() => '')) === wanted) continue;
  if (check) {
    process.stderr.write(`${file} is stale: run \`npm run api\` and commit it.\n`);
    process.exitCode = 1;
  } else {
    await writeFile(file, wanted);
    process.stdout.write(`wrote ${file}\n`);
  }
}
// Nest's preview keeps the process alive.
process.exit();
