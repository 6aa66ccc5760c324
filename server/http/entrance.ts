/** A provider of OpenID Connect, as the operator has set it. */
export interface ProviderSettings {
  /** Its address, under which it says what else it needs. */
  issuer: string;
  clientId: string;
  /** Null: a public client, by PKCE alone. */
  clientSecret: string | null;
  /** What stands on the button. */
  name: string;
}

/** How one gets in. */
export interface Entrance {
  /** Off: only the provider, and the link of the server, let in. */
  passwords: boolean;
  /** Null: there is none. */
  provider: ProviderSettings | null;
  /** A session that is not used for so many days is over. */
  sessionIdleDays: number;
  /** In every workspace, whatever each says for itself. */
  secondFactorRequired: boolean;
}

export const USUAL_ENTRANCE: Entrance = { passwords: true, provider: null, sessionIdleDays: 7, secondFactorRequired: false };
