/** Contacts and companies have ids of 24 hexadecimal digits. */
export const objectId = (kind: 'contact' | 'company', id: string): string =>
  `${kind === 'contact' ? '6504' : '6505'}${BigInt(id).toString(16).padStart(20, '0')}`;

/** Teammates have small numbers. */
export const adminId = (userId: string): string => String(Number(userId) % 10_000_000);

/** Intercom tells whole seconds. */
export const seconds = (at: number): number => Math.floor(at / 1000);

export const APP_ID = 'nw7sample';

export const TEAMS = [
  { id: '814001', name: 'Support' },
  { id: '814002', name: 'Escalations' },
] as const;
