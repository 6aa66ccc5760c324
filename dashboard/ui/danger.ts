/** A button whose deed does not come back: the colour of what is bad, readable on both schemes. */
export const DANGER = { variant: 'default', c: 'var(--bad)' } as const;
