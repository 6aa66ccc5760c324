import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Stands for a one-time code once, when the device that makes them is lost. */
@Entity()
export class RecoveryCode {
  @PrimaryColumn('uuid') loginId!: string;
  /** SHA-256, hex. */
  @PrimaryColumn('text') codeHash!: string;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
