import type { DataSource } from 'typeorm';
import type { Workspace } from '../../etl/warehouse/index.js';
import { everyWorkspace } from '../access/workspaces.js';
import { CommandMistake } from '../command.js';

const OPTION = '--workspace';

/** Takes `--workspace NAME` out of what was typed; null when it is not there. */
export function takeWorkspaceName(typed: readonly string[]): { args: string[]; name: string | null } {
  const at = typed.indexOf(OPTION);
  if (at < 0) return { args: [...typed], name: null };
  const name = typed[at + 1];
  if (!name) throw new CommandMistake(`${OPTION} needs the name of a workspace.`);
  return { args: [...typed.slice(0, at), ...typed.slice(at + 2)], name };
}

/**
 * The workspace that a command is about: the one of this name or id, else the only own one; null when there is no own one.
 * Throws CommandMistake, naming them, when there are several to choose from.
 */
export async function chosenWorkspace(db: DataSource, name: string | null): Promise<Workspace | null> {
  const all = await everyWorkspace(db);
  const fitting = all.filter((one) => (name === null ? !one.sample : one.name === name || one.id === name));
  const [first, ...others] = fitting;
  if (name !== null && !first) throw new CommandMistake(`There is no workspace "${name}". Known: ${listed(all)}.`);
  if (others.length > 0)
    throw new CommandMistake(`There are several workspaces: ${listed(fitting)}. Say which, by name or id: ${OPTION} <name>.`);
  return first ?? null;
}

const listed = (workspaces: readonly Workspace[]) => workspaces.map(({ name, id }) => `"${name}" (${id})`).join(', ') || 'none';
