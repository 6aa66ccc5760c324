import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link that sets a new password, once. */
@Entity()
export class PasswordReset {
  /** SHA-256, hex. */
  @PrimaryColumn('text') tokenHash!: string;
  @Column('uuid') loginId!: string;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
