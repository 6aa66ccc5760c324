import { airbyteHubspot } from './airbyte-hubspot.js';
import { airbyteIntercom } from './airbyte-intercom.js';
import { airbyteJira } from './airbyte-jira.js';
import { airbyteSalesforce } from './airbyte-salesforce.js';
import { airbyteStripe } from './airbyte-stripe.js';
import { airbyteZendesk } from './airbyte-zendesk.js';
import { fivetranHubspot } from './fivetran-hubspot.js';
import { fivetranIntercom } from './fivetran-intercom.js';
import { fivetranJira } from './fivetran-jira.js';
import { fivetranSalesforce } from './fivetran-salesforce.js';
import { fivetranStripe } from './fivetran-stripe.js';
import { fivetranZendesk } from './fivetran-zendesk.js';
import type { Lander, Preset, Tool } from './preset.js';

/** Every preset there is: one declarative file for each tool and lander. */
export const PRESETS: Preset[] = [
  ...[fivetranHubspot, fivetranSalesforce, fivetranZendesk, fivetranIntercom, fivetranJira, fivetranStripe],
  ...[airbyteHubspot, airbyteSalesforce, airbyteZendesk, airbyteIntercom, airbyteJira, airbyteStripe],
];

/** Null when no preset is known. */
export const presetOf = (tool: Tool, by: Lander): Preset | null =>
  PRESETS.find((preset) => preset.tool === tool && preset.by.includes(by)) ?? null;
