import { INSTALLATION } from '../access/audit/audit.js';
import { noteByShell } from '../access/audit/note-by-shell.js';
import { removeSecondFactor } from '../access/login/keep-second-factor.js';
import { firstWorkspaceOf, loginByEmail } from '../access/login/logins.js';
import { type Command, type CommandContext, CommandMistake } from '../command.js';
import { silentLog } from '../http/log.js';
import { LoginPost } from '../report/login-post.js';
import { openTransport } from '../report/transport.js';
import { currentUrl } from './address.js';
import { readSettings } from './settings.js';

/** What whoever has the shell of the server does for one who cannot come in any more. */
export const loginCommand: Command = {
  name: 'login',
  usage: 'remove-second-factor <address>',
  summary: 'takes the second factor off a login whose phone and recovery codes are lost; its sessions end, the password stays',
  async run(args, context) {
    const [verb, address, ...rest] = args;
    if (verb !== 'remove-second-factor' || !address || rest.length > 0)
      throw new CommandMistake('Say remove-second-factor and the e-mail of the login.');
    return takeOff(address, context);
  },
};

async function takeOff(address: string, context: CommandContext): Promise<number> {
  const { db, now, print } = context;
  const login = await loginByEmail(db, address);
  if (!login) throw new CommandMistake(`There is no login with the e-mail "${address}".`);
  const mail = mailOf(context, await currentUrl(readSettings(process.env)));
  if (!(await removeSecondFactor(db, { loginId: login.id, except: null })))
    throw new CommandMistake(`${login.email} has no second factor.`);
  const workspaceId = (await firstWorkspaceOf(db, login.id)) ?? INSTALLATION;
  await noteByShell(context, { workspaceId, action: 'second-factor.removed', subject: login.id });
  print(`${login.email} signs in with the password alone now, and every session has ended.`);
  const told = await mail.lostFactor({
    loginId: login.id,
    to: login.email,
    by: 'shell',
    at: now(),
  });
  print(told ? 'They were told by mail.' : 'No mail went to them: tell them yourself.');
  return 0;
}

const mailOf = ({ dataDirectory }: CommandContext, publicUrl: string): LoginPost =>
  new LoginPost(
    openTransport({ publicUrl, dataDirectory, smtpUrl: process.env.SMTP_URL || undefined, from: process.env.BATON_MAIL_FROM || undefined }),
    silentLog(),
  );
