import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a program signs in with. */
@Entity()
export class ApiToken {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Whose it is; it opens no more than they may see at the time it is used. */
  @Column('uuid') loginId!: string;
  @Column('text') name!: string;
  /** The beginning of the token, which is shown. */
  @Column('text') prefix!: string;
  /** SHA-256, hex. */
  @Column('text') tokenHash!: string;
  @Column('text', { array: true }) scopes!: string[];
  /** 'all', 'team' or 'mine', as of a member: the narrower of the two holds. */
  @Column('text') visibility!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  /** To the minute. */
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
