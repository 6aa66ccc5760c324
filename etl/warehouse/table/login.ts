import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One who may sign in, whatever the workspaces. Not a `Person`, who is known from a source. */
@Entity()
export class Login {
  @PrimaryColumn('uuid') id!: string;
  /** Lower case. */
  @Column('text') email!: string;
  /** Null: nobody has shown that the address is theirs. */
  @Column('timestamptz', { nullable: true }) emailVerifiedAt!: Date | null;
  @Column('text') name!: string;
  /** argon2id; null for one who signs in with a provider only. */
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('timestamptz', { nullable: true }) passwordChangedAt!: Date | null;
  /** Secret of the one-time codes, sealed. */
  @Column('text', { nullable: true }) totpSealed!: string | null;
  /** Null: the second factor is not asked for. */
  @Column('timestamptz', { nullable: true }) totpConfirmedAt!: Date | null;
  /** The step of the last code that was taken: none is taken twice. */
  @Column('bigint', { nullable: true }) totpLastStep!: string | null;
  /** Since when nobody can sign in with it. */
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) lastSignInAt!: Date | null;
  /** When its owner took it apart from the provider: from then on only they link it again. */
  @Column('timestamptz', { nullable: true }) unlinkedAt!: Date | null;
}
