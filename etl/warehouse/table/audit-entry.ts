import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that somebody did or tried. Each holds the hash of the one before it, so that none can be changed or taken out unseen. */
@Entity()
export class AuditEntry {
  /** That of the installation, all zeros, where no workspace was known. */
  @PrimaryColumn('uuid') workspaceId!: string;
  /** From 1, without gaps. */
  @PrimaryColumn('bigint') number!: string;
  @Column('timestamptz') at!: Date;
  @Column('jsonb') actor!: object;
  /** Such as 'sign-in.failed'. */
  @Column('text') action!: string;
  /** What it was done to, such as a source's id. */
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('jsonb') detail!: object;
  @Column('text', { nullable: true }) requestId!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  /** Random, so that nobody guesses from `saidHash` what was said; null when that was taken out, with a person who was deleted. */
  @Column('text', { nullable: true }) salt!: string | null;
  /** SHA-256 of salt, actor, subject, detail and address, hex. */
  @Column('text') saidHash!: string;
  @Column('text') previousHash!: string;
  /** SHA-256 of number, time, action, request, `saidHash` and the hash before, hex. */
  @Column('text') hash!: string;
}
