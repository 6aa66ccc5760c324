import { type Command, CommandMistake } from '../command.js';
import { importFiles } from './import-files.js';
import { initMapping } from './init-mapping.js';
import { previewCommand } from './preview-command.js';
import { undoCommand } from './undo-command.js';

const OPTIONS = ['--init', '--force', '--preview'];

/** Brings one's own CSV files in, by a mapping. */
export const importCommand: Command = {
  name: 'import',
  usage: '<mapping.json> [--preview] | undo [source] | --init [--force] <a.csv> <b.csv> ...',
  summary:
    'imports CSV files as a mapping says; --preview only shows what it would do, undo takes the last one back, --init writes a mapping',
  async run(args, context) {
    const unknown = args.find((arg) => arg.startsWith('--') && !OPTIONS.includes(arg));
    if (unknown) throw new CommandMistake(`There is no option "${unknown}".`);
    const paths = args.filter((arg) => !arg.startsWith('--'));
    if (args.includes('--init')) return initMapping(paths, { force: args.includes('--force'), print: context.print });
    if (args.includes('--force')) throw new CommandMistake('--force goes with --init.');
    const [path, ...more] = paths;
    if (path === 'undo' && more.length < 2) return undoCommand(more[0], context);
    if (path === undefined || more.length > 0) throw new CommandMistake('Name one mapping file.');
    return args.includes('--preview') ? previewCommand(path, context) : importFiles(path, context);
  },
};
