import { Choice } from '../choice.js';
import { type FieldProps, useInnerField } from './field-props.js';
import styles from './form.module.css';
import { Group } from './group.js';
import { blank, kindOf, labelOf, wayName, wayOf } from './json-schema.js';

/** One of several ways to say it: an OAuth client or a token. What was typed for one way does not go with another. */
export function Ways({ name, schema, value, onChange, secret = false, suggestions }: FieldProps) {
  const Field = useInnerField();
  const ways = schema.anyOf ?? schema.oneOf ?? [];
  const chosen = wayOf(ways, value);
  const way = ways[chosen];
  if (!way) return null;
  const pick = (index: string) => {
    const next = ways[Number(index)];
    if (next) onChange(blank(next));
  };
  const options = ways.map((one, index) => ({ value: String(index), label: wayName(one, index) }));
  const rest = { name, schema: way, value: value ?? blank(way), onChange, secret, ...(suggestions && { suggestions }) };
  return (
    <fieldset className={styles.group}>
      <legend>{labelOf(name, schema)}</legend>
      <Choice label="By" value={String(chosen)} options={options} onChange={pick} />
      {kindOf(way) === 'group' ? <Group plain key={chosen} {...rest} /> : <Field key={chosen} {...rest} />}
    </fieldset>
  );
}
