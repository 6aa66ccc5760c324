import { type Entrance, USUAL_ENTRANCE } from './entrance.js';

/** Where this server keeps its things and how it is reached. */
export class Installation {
  /** Absolute; private to the user that runs Baton. */
  readonly dataDirectory: string;
  /** 32 bytes that seal credentials; what `runSync` is given. */
  readonly secretKey: Buffer;
  /** 32 bytes that sign session cookies. */
  readonly sessionKey: Buffer;
  /** How a person reaches the dashboard, without a slash at the end. */
  readonly publicUrl: string;
  readonly entrance: Entrance;

  constructor(options: { dataDirectory: string; secretKey: Buffer; sessionKey: Buffer; publicUrl: string; entrance?: Partial<Entrance> }) {
    this.dataDirectory = options.dataDirectory;
    this.secretKey = options.secretKey;
    this.sessionKey = options.sessionKey;
    this.publicUrl = options.publicUrl;
    this.entrance = { ...USUAL_ENTRANCE, ...options.entrance };
  }
}
