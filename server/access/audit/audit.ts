import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../signed-in.js';

/** Workspace of what was done where none was known, such as a failed sign-in. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** Everything that is written down, by subject and verb. */
export const ACTIONS = [
  ...['sign-in.succeeded', 'sign-in.failed', 'sign-in.throttled', 'sign-out', 'session.ended', 'access.denied'],
  ...['login.made', 'login.changed', 'login.disabled', 'login.enabled', 'password.changed', 'password.reset-asked'],
  ...['second-factor.added', 'second-factor.removed', 'recovery-code.made', 'recovery-code.used', 'identity.linked', 'identity.unlinked'],
  ...['member.invited', 'invitation.withdrawn', 'member.joined', 'member.changed', 'member.removed'],
  ...['team.made', 'team.changed', 'team.removed', 'workspace.made', 'workspace.changed', 'workspace.deleted', 'person.deleted'],
  ...[
    'token.made',
    'token.revoked',
    'key.rotated',
    'key.forgotten',
    'definition.changed',
    'definition.restored',
    'export.made',
    'audit.exported',
  ],
  ...[
    'source.connected',
    'source.changed',
    'source.removed',
    'source.read',
    'source.cancelled',
    'mapping.changed',
    'match.made',
    'match.removed',
  ],
  ...['import.made', 'import.undone', 'report.changed', 'report.sent', 'report.mailed', 'verdict.given', 'verdict.withdrawn'],
  ...['backup.made', 'backup.restored', 'link.made', 'workspace.entered', 'retention.done', 'deed.broken-off'],
] as const;
export type Action = (typeof ACTIONS)[number];

/** What is written down of one deed. `detail` never holds a secret, nor what a customer wrote. */
export interface Deed {
  workspaceId: string;
  action: Action;
  /** Who; null for a stranger, 'Baton' for its own doing, 'shell' for whoever runs a command on the server. */
  actor: Pick<SignedIn, 'by' | 'login' | 'token'> | 'Baton' | 'shell' | null;
  /** What it was done to, such as the id of a source; null when the action says it all. */
  subject?: string | null;
  detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Writes deeds down. */
export abstract class Audit {
  /** Within `tx` it is written if and only if that commits. */
  abstract note(deed: Deed, tx?: EntityManager): Promise<void>;
}
