import { Field } from './field.js';
import { type FieldProps, InnerFields } from './field-props.js';
import { Group } from './group.js';
import { filled, kindOf } from './json-schema.js';

/** The fields of a JSON Schema. A group at the top has no frame of its own. */
export function SchemaForm({ without, ...props }: FieldProps & { without?: string[] }) {
  const schema = filled(props.schema);
  return (
    <InnerFields value={Field}>
      {kindOf(schema) === 'group' ? <Group plain {...props} schema={schema} {...(without && { without })} /> : <Field {...props} />}
    </InnerFields>
  );
}
