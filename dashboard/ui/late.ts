import { useEffect, useState } from 'react';

/** True once `on` has lasted: what is quick enough never flickers. */
export function useLate(on: boolean, milliseconds = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [on, milliseconds]);
  return late && on;
}
