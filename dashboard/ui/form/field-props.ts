import { type ComponentType, createContext, useContext } from 'react';
import type { JsonSchema } from './json-schema.js';

export interface FieldProps {
  /** Of the property; its label follows from it when the schema says none. */
  name: string;
  schema: JsonSchema;
  /** Undefined: as the server's default has it. */
  value: unknown;
  onChange: (value: unknown) => void;
  required?: boolean;
  /** Typed unseen, and never filled in by the browser. */
  secret?: boolean;
  /** Id of a datalist with what a text may be. */
  suggestions?: string;
}

const Inner = createContext<ComponentType<FieldProps> | null>(null);

/** Tells the fields that hold fields how those are drawn. */
export const InnerFields = Inner.Provider;

/** How a field within a field is drawn. Throws outside of a SchemaForm. */
export function useInnerField(): ComponentType<FieldProps> {
  const Field = useContext(Inner);
  if (!Field) throw new Error('A field that holds fields stands in a SchemaForm.');
  return Field;
}
