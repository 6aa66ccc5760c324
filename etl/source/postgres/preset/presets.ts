import { fivetranHubspot } from './fivetran-hubspot.js';
import type { Lander, Preset, Tool } from './preset.js';

export const PRESETS: Preset[] = [fivetranHubspot];

/** Null when no preset is known. */
export const presetOf = (tool: Tool, by: Lander): Preset | null =>
  PRESETS.find((preset) => preset.tool === tool && preset.by === by) ?? null;
