import { type FieldProps, useInnerField } from './field-props.js';
import styles from './form.module.css';
import { type JsonSchema, labelOf } from './json-schema.js';

interface GroupProps extends FieldProps {
  /** Without a frame and a title of its own. */
  plain?: boolean;
  /** Properties that are asked for elsewhere. */
  without?: string[];
  /** Puts what has a default behind 'More settings'. */
  fold?: boolean;
}

/** The properties of an object, one field each. What is left empty is left out, so that the server's defaults hold. */
export function Group(props: GroupProps) {
  const { name, schema, value, onChange, secret = false, suggestions, plain = false, without = [], fold = false } = props;
  const Field = useInnerField();
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const change = (property: string) => (next: unknown) => {
    const { [property]: _, ...rest } = fields;
    onChange(next === undefined ? rest : { ...rest, [property]: next });
  };
  const drawn = ([property, inner]: [string, JsonSchema]) => (
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
  );
  const shown = Object.entries(schema.properties ?? {}).filter(([property]) => !without.includes(property));
  const first = fold ? shown.filter(([, { default: usual }]) => usual === undefined) : shown;
  const rest = shown.filter((one) => !first.includes(one));
  const body = (
    <div className={styles.fields}>
      {first.map(drawn)}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>More settings</summary>
          <div className={styles.fields}>{rest.map(drawn)}</div>
        </details>
      )}
    </div>
  );
  if (plain) return body;
  return (
    <fieldset className={styles.group}>
      <legend>{labelOf(name, schema)}</legend>
      {body}
    </fieldset>
  );
}
