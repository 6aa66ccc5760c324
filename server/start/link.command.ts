import { workspaceOf } from '../access/workspaces.js';
import { type Command, CommandMistake } from '../command.js';
import { currentUrl, signInLink } from './address.js';
import { readSettings } from './settings.js';

/** Prints a new sign-in link. */
export const linkCommand: Command = {
  name: 'link',
  usage: '[--sample]',
  summary: 'prints a new sign-in link, good for one sign-in; --sample for the sample company',
  async run(args, { db, workspace, now, print }) {
    const unknown = args.find((arg) => arg !== '--sample');
    if (unknown) throw new CommandMistake(`There is no option "${unknown}".`);
    const chosen = args.length > 0 ? await workspaceOf(db, { sample: true }) : await workspace();
    if (!chosen) throw new CommandMistake('There is no sample company here.');
    const url = await currentUrl(readSettings(process.env));
    print(await signInLink(db, url, { workspaceId: chosen.id, now: now() }));
    return 0;
  },
};
