import type { NewToken, Role, Sight } from '../api/shape.js';

/** What each role may do, in a line. */
export const ROLE_WORDS: Readonly<Record<Role, { name: string; may: string }>> = {
  admin: { name: 'Admin', may: 'Everything: people, sources, definitions, reports, the audit log.' },
  manager: { name: 'Manager', may: 'Reads, judges episodes and exports; usually sees a team.' },
  csm: { name: 'CSM', may: 'Reads and judges episodes; usually sees own handoffs.' },
  executive: { name: 'Executive', may: 'Reads every number and name; changes nothing.' },
  analyst: { name: 'Analyst', may: 'Reads, exports and makes API tokens.' },
};

export const SIGHT_WORDS: Readonly<Record<Sight, string>> = {
  all: 'All handoffs',
  team: 'Those of the team',
  mine: 'Their own',
};

const ROLES = Object.keys(ROLE_WORDS) as Role[];
const SIGHTS = Object.keys(SIGHT_WORDS) as Sight[];

export const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_WORDS[value].name }));
export const SIGHT_OPTIONS = SIGHTS.map((value) => ({ value, label: SIGHT_WORDS[value] }));

/** Said to the one who sees. */
export const OWN_SIGHT: Readonly<Record<Sight, string>> = { all: 'all handoffs', team: 'those of your team', mine: 'your own' };

export const OWN_SIGHT_OPTIONS = SIGHTS.map((value) => ({ value, label: OWN_SIGHT[value] }));

/** What one may pass on of what one sees oneself. */
export const sightsWithin = (sight: Sight): Sight[] => SIGHTS.slice(SIGHTS.indexOf(sight));

export const SCOPE_WORDS: Readonly<Record<NewToken['scopes'][number], string>> = {
  read: 'read: numbers, handoffs and risks',
  judge: 'judge: confirm or dismiss an episode',
  export: 'export: take rows out',
  report: 'report: say which mails go to whom',
  define: 'define: targets, windows and rules',
  connect: 'connect: sources, mappings, imports, matching',
  audit: 'audit: what everybody did',
};

/** What a role sees unless it is said otherwise. */
export const USUAL_SIGHT: Readonly<Record<Role, Sight>> = { admin: 'all', manager: 'team', csm: 'mine', executive: 'all', analyst: 'all' };
