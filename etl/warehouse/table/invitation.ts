import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link that makes one member, once. */
@Entity()
export class Invitation {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** SHA-256, hex. */
  @Column('text') tokenHash!: string;
  /** Lower case. */
  @Column('text') email!: string;
  @Column('text') role!: string;
  @Column('text') visibility!: string;
  @Column('uuid', { nullable: true }) teamId!: string | null;
  /** A login; null for one made on the command line. */
  @Column('uuid', { nullable: true }) invitedBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
