import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of what the numbers of a workspace mean. The newest holds; a workspace without any has the built-in version 1. */
@Entity()
export class DefinitionVersion {
  @PrimaryColumn('uuid') workspaceId!: string;
  /** From 2 on: 1 is built in. */
  @PrimaryColumn('integer') version!: number;
  /** Only what differs from the built-in one. */
  @Column('jsonb') definition!: object;
  /** Why, in the words of who changed it. */
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz') decidedAt!: Date;
  @Column('text', { nullable: true }) decidedBy!: string | null;
  /** When all handoffs had been derived by its rules, or by newer ones; null while they have not. */
  @Column('timestamptz', { nullable: true }) appliedAt!: Date | null;
  /** Accounts up to this id have been derived by its rules; null for none yet. */
  @Column('uuid', { nullable: true }) appliedThrough!: string | null;
}
