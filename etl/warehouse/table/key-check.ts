import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret key that has sealed something here. */
@Entity()
export class KeyCheck {
  /** Hex; says nothing of the key. */
  @PrimaryColumn('text') keyId!: string;
  /** A known word, sealed with it. */
  @Column('bytea') sealed!: Buffer;
  @Column('timestamptz') firstUsedAt!: Date;
}
