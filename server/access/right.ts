import { SetMetadata } from '@nestjs/common';
import type { Role } from './role.js';

/**
 * What one may do:
 * read - numbers, handoffs, risks; judge - say what an episode was; export - take rows out;
 * token - make API tokens of one's own; report - say which mails go to whom; define - targets, windows, rules;
 * connect - sources, mappings, imports, matching; people - members, teams, invitations; workspace - its name, its end;
 * audit - what everybody did.
 */
export const RIGHTS = ['read', 'judge', 'export', 'token', 'report', 'define', 'connect', 'people', 'workspace', 'audit'] as const;
export type Right = (typeof RIGHTS)[number];

export const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  admin: RIGHTS,
  manager: ['read', 'judge', 'export'],
  csm: ['read', 'judge'],
  executive: ['read'],
  analyst: ['read', 'export', 'token'],
};

export const NEEDED_RIGHT = 'needed right';

/** Opens a route, or all of a controller, to those who have the right. Without it a GET needs 'read', and anything else is open to nobody. */
export const Needs = (right: Right | 'membership') => SetMetadata(NEEDED_RIGHT, right);
