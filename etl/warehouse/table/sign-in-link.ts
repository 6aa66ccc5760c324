import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link that makes one session, once. */
@Entity()
export class SignInLink {
  /** SHA-256, hex. */
  @PrimaryColumn('text') tokenHash!: string;
  @Column('uuid') workspaceId!: string;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  /** Whose handoffs the session may see; null for all. */
  @Column('jsonb', { nullable: true }) visibility!: object | null;
}
