import { type FieldProps, useInnerField } from './field-props.js';
import styles from './form.module.css';
import { labelOf } from './json-schema.js';

interface GroupProps extends FieldProps {
  /** Without a frame and a title of its own. */
  plain?: boolean;
  /** Properties that are asked for elsewhere. */
  without?: string[];
}

/** The properties of an object, one field each. What is left empty is left out, so that the server's defaults hold. */
export function Group({ name, schema, value, onChange, secret = false, suggestions, plain = false, without = [] }: GroupProps) {
  const Field = useInnerField();
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const change = (property: string) => (next: unknown) => {
    const { [property]: _, ...rest } = fields;
    onChange(next === undefined ? rest : { ...rest, [property]: next });
  };
  const shown = Object.entries(schema.properties ?? {})
    .filter(([property]) => !without.includes(property))
    .map(([property, inner]) => (
      <Field
        key={property}
        name={property}
        schema={inner}
        value={fields[property]}
        onChange={change(property)}
        required={schema.required?.includes(property) ?? false}
        secret={secret}
        {...(suggestions && { suggestions })}
      />
    ));
  if (plain) return <div className={styles.fields}>{shown}</div>;
  return (
    <fieldset className={styles.group}>
      <legend>{labelOf(name, schema)}</legend>
      <div className={styles.fields}>{shown}</div>
    </fieldset>
  );
}
