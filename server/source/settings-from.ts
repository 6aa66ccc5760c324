import { CommandMistake } from '../command.js';

/**
 * Settings from 'name=value' arguments; a dot goes into a part ('search.days=3'). A value that reads as JSON is that, anything else is text.
 * Throws a CommandMistake for an argument without '='.
 */
export function settingsFrom(assignments: string[]): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const assignment of assignments) {
    const at = assignment.indexOf('=');
    if (at < 1) throw new CommandMistake(`--set ${assignment}: write it as name=value.`);
    assign(settings, assignment.slice(0, at).split('.'), readValue(assignment.slice(at + 1)));
  }
  return settings;
}

function assign(into: Record<string, unknown>, [name = '', ...rest]: string[], value: unknown): void {
  if (['__proto__', 'constructor', 'prototype'].includes(name)) throw new CommandMistake(`--set ${name}: there is no such setting.`);
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const part = into[name];
  const inner = typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : {};
  into[name] = inner;
  assign(inner, rest, value);
}

/** 'true', '12' and '["a"]' are what they look like; an id such as '0123' or one beyond 2^53 stays text. */
function readValue(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'number' && !Number.isSafeInteger(value) ? text : value;
  } catch {
    return text;
  }
}
