/** What somebody is in a workspace. Its rights follow from it; whose handoffs they see is said apart (`Sight`). */
export const ROLES = ['admin', 'manager', 'csm', 'executive', 'analyst'] as const;
export type Role = (typeof ROLES)[number];

/** Whose handoffs a member sees: everybody's, those of their team, or their own. */
export const SIGHTS = ['all', 'team', 'mine'] as const;
export type Sight = (typeof SIGHTS)[number];

/** What a member of a role sees unless it is said otherwise. */
export const USUAL_SIGHT: Readonly<Record<Role, Sight>> = {
  admin: 'all',
  manager: 'team',
  csm: 'mine',
  executive: 'all',
  analyst: 'all',
};

/** What the table keeps. Throws for what no version of Baton wrote. */
export function readRole(kept: string): Role {
  const role = ROLES.find((one) => one === kept);
  if (!role) throw new Error(`"${kept}" is no role of a member: ${ROLES.join(', ')}.`);
  return role;
}

/** The same for what a member sees. */
export function readSight(kept: string): Sight {
  const sight = SIGHTS.find((one) => one === kept);
  if (!sight) throw new Error(`"${kept}" is nothing that a member sees: ${SIGHTS.join(', ')}.`);
  return sight;
}
