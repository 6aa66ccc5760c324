import type { CommandContext } from '../../command.js';
import type { Deed } from './audit.js';
import { AuditLog } from './audit-log.js';

/** Writes down what a command did: its actor is the user of the operating system who ran it. */
export async function noteByShell({ db, secretKey, now }: CommandContext, deed: Omit<Deed, 'actor'>): Promise<void> {
  await new AuditLog({ db, key: secretKey, now }).note({ ...deed, actor: 'shell' });
}
