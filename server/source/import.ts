import { type Command, CommandMistake } from '../command.js';
import { importFiles } from './import-files.js';
import { initMapping } from './import-init.js';

/** Brings one's own CSV files in, by a mapping. */
export const importCommand: Command = {
  name: 'import',
  usage: '<mapping.json> | --init [--force] <a.csv> <b.csv> ...',
  summary: 'imports CSV files as a mapping says; --init writes a mapping to start from',
  async run(args, context) {
    const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--init' && arg !== '--force');
    if (unknown) throw new CommandMistake(`There is no option "${unknown}".`);
    const paths = args.filter((arg) => !arg.startsWith('--'));
    if (args.includes('--init')) return initMapping(paths, { force: args.includes('--force'), print: context.print });
    if (args.includes('--force')) throw new CommandMistake('--force goes with --init.');
    const [path, ...more] = paths;
    if (path === undefined || more.length > 0) throw new CommandMistake('Name one mapping file.');
    return importFiles(path, context);
  },
};
