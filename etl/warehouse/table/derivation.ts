import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One derivation of the handoffs: through when everything had been read that they then rested on. */
@Entity()
export class Derivation {
  @PrimaryColumn('uuid') workspaceId!: string;
  /** Later than that of the derivation before. */
  @PrimaryColumn('timestamptz') at!: Date;
  /** Of the workspace afterwards. */
  @Column('bigint') revision!: string;
  /** The least `cursor.complete_at` it saw; null while a stream had never been read to its end. */
  @Column('timestamptz', { nullable: true }) knownUntil!: Date | null;
  /** How many streams had been read to their end: one more means that what it brings was never told otherwise. */
  @Column('integer') streamCount!: number;
}
