import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { count, type Tally } from '../report.js';

const call = promisify(execFile);
const MOST_BYTES = 64 * 1024 * 1024;

/** What asks for nothing but to be named. Of a choice, one of these is enough. */
const ALLOWED = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'PostgreSQL',
  // Of the holidays in date-holidays, whose file LICENSE says CC BY-SA 3.0: the image passes them on unchanged, with the
  // authors named beside them as both licences ask. Whoever changes the list of holidays passes their list on under the same licence.
  'CC-BY-3.0',
];

/** Packages that do not say it in their manifest, with where they say it. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  busboy: 'MIT, in its file LICENSE',
  streamsearch: 'MIT, in its file LICENSE',
};

interface Component {
  name: string;
  version: string;
  licenses?: readonly { license?: { id?: string; name?: string }; expression?: string }[];
}

/** Writes what the image is made of as CycloneDX, `dist/sbom.json`, and looks at every licence. */
export async function drillLicences(folder: string, tally: Tally): Promise<void> {
  const { stdout } = await call('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], {
    cwd: folder,
    maxBuffer: MOST_BYTES,
  });
  await writeFile(join('dist', 'sbom.json'), stdout);
  const { components = [] } = JSON.parse(stdout) as { components?: Component[] };
  const counts = new Map<string, number>();
  const refused: string[] = [];
  for (const component of components) {
    const licence = licenceOf(component);
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
    if (!isAllowed(licence)) refused.push(`${component.name}@${component.version}: ${licence}`);
  }
  const words = [...counts].sort(([, one], [, other]) => other - one).map(([licence, number]) => `${licence} ${number}`);
  count(tally, components.length > 0 && refused.length === 0, `${components.length} packages in dist/sbom.json: ${words.join(', ')}`);
  for (const one of refused) console.log(`       ${one}`);
}

function licenceOf({ name, licenses = [] }: Component): string {
  const said = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name).filter((one) => one !== undefined);
  return said[0] ?? SAID_ELSEWHERE[name]?.replace(/,.*/, '') ?? 'not said';
}

const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => ALLOWED.includes(part.trim())));
