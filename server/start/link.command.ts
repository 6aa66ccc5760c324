import { type Audit, INSTALLATION } from '../access/audit/audit.js';
import { AuditLog } from '../access/audit/audit-log.js';
import { firstWorkspaceOf, loginByEmail } from '../access/login/logins.js';
import { makePasswordReset, RESET_HOURS } from '../access/login/password-reset.js';
import { workspaceOf } from '../access/workspaces.js';
import { type Command, type CommandContext, CommandMistake } from '../command.js';
import { currentUrl, signInLink } from './address.js';
import { readSettings } from './settings.js';

/** Prints a new sign-in link. Whoever has the shell of the server is admin; what they do with it is written down. */
export const linkCommand: Command = {
  name: 'link',
  usage: '[--sample | --email <address>]',
  summary:
    'prints a new sign-in link, good for one sign-in; --sample for the sample company, --email for a link that sets a new password of that login',
  async run(args, context) {
    const [option, address, ...rest] = args;
    if (option === '--email' && address && rest.length === 0) return resetLink(address, context);
    if (option !== undefined && (option !== '--sample' || args.length > 1))
      throw new CommandMistake(`There is no option "${args.join(' ')}".`);
    const { db, workspace, now, print } = context;
    const chosen = option ? await workspaceOf(db, { sample: true }) : await workspace();
    if (!chosen) throw new CommandMistake('There is no sample company here.');
    const url = await currentUrl(readSettings(process.env));
    const link = await signInLink(db, url, { workspaceId: chosen.id, now: now() });
    await auditOf(context).note({ workspaceId: chosen.id, action: 'link.made', actor: 'shell' });
    print(link);
    return 0;
  },
};

async function resetLink(address: string, context: CommandContext): Promise<number> {
  const { db, now, print } = context;
  const login = await loginByEmail(db, address);
  if (!login) throw new CommandMistake(`There is no login with the e-mail "${address}".`);
  const token = await makePasswordReset(db, login.id, now());
  const workspaceId = (await firstWorkspaceOf(db, login.id)) ?? INSTALLATION;
  await auditOf(context).note({ workspaceId, action: 'password.reset-asked', actor: 'shell', subject: login.id });
  print(`${await currentUrl(readSettings(process.env))}/password-reset#token=${token}`);
  print(`It sets a new password for ${login.email}, once, within ${RESET_HOURS} hours.`);
  return 0;
}

const auditOf = ({ db, secretKey: key, now }: CommandContext): Audit => new AuditLog({ db, key, now });
