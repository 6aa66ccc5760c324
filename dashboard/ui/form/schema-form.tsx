import { Field } from './field.js';
import { type FieldProps, InnerFields } from './field-props.js';
import { Group } from './group.js';
import { filled, kindOf } from './json-schema.js';

interface SchemaFormProps extends FieldProps {
  without?: string[];
  fold?: boolean;
}

/** The fields of a JSON Schema. A group at the top has no frame of its own. */
export function SchemaForm({ without, fold = false, ...props }: SchemaFormProps) {
  const schema = filled(props.schema);
  return (
    <InnerFields value={Field}>
      {kindOf(schema) === 'group' ? (
        <Group plain {...props} schema={schema} fold={fold} {...(without && { without })} />
      ) : (
        <Field {...props} />
      )}
    </InnerFields>
  );
}
