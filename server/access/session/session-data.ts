/** How somebody came in. */
export type CameBy = 'link' | 'password' | 'provider';

declare module 'express-session' {
  interface SessionData {
    cameBy?: CameBy;
    /** Where from, when it began; null when it was not known. */
    address?: string | null;
    /** As it called itself, when it began. */
    browser?: string | null;
    /** The password was right, the second factor is still missing: signed in to nothing. */
    pending?: { loginId: string /** Milliseconds since 1970. */; at: number };
  }
}
