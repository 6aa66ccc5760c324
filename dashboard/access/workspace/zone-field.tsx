import { useId } from 'react';
import { TextField } from '../../ui/form/text-field.js';

const ZONES = Intl.supportedValuesOf('timeZone');

/** An IANA name, proposed while typing. */
export function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const id = useId();
  return (
    <>
      <TextField label="Time zone" value={value} onChange={onChange} required list={id} spellCheck={false} autoComplete="off" />
      <datalist id={id}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
