import type { Definition, DefinitionAnswer } from '../api/shape.js';

/** What every part is drawn from. */
export interface PartProps {
  definition: Definition;
  change: (definition: Definition) => void;
  choices: DefinitionAnswer['choices'];
}
