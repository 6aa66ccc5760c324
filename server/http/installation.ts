import type { SecretKey } from '../../etl/warehouse/index.js';
import { type Entrance, USUAL_ENTRANCE } from './entrance.js';

/** Where this server keeps its things and how it is reached. */
export class Installation {
  /** Absolute; private to the user that runs Baton. */
  readonly dataDirectory: string;
  /** Seals credentials; what `runSync` is given. */
  readonly secretKey: SecretKey;
  /** 32 bytes that sign session cookies. */
  readonly sessionKey: Buffer;
  /** Those that have signed cookies before it, or will after it. */
  readonly otherSessionKeys: readonly Buffer[];
  /** How a person reaches the dashboard, without a slash at the end. */
  readonly publicUrl: string;
  readonly entrance: Entrance;

  constructor(options: {
    dataDirectory: string;
    secretKey: SecretKey;
    sessionKey: Buffer;
    otherSessionKeys?: readonly Buffer[];
    publicUrl: string;
    entrance?: Partial<Entrance>;
  }) {
    this.dataDirectory = options.dataDirectory;
    this.secretKey = options.secretKey;
    this.sessionKey = options.sessionKey;
    this.otherSessionKeys = options.otherSessionKeys ?? [];
    this.publicUrl = options.publicUrl;
    this.entrance = { ...USUAL_ENTRANCE, ...options.entrance };
  }
}
