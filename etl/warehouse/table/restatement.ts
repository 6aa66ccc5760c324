import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The past of one handoff as it was told before a derivation found that it had been otherwise. Its first coming is none: nothing had been told. */
@Entity()
export class Restatement {
  @PrimaryColumn('uuid') workspaceId!: string;
  /** Of the workspace, with which the handoff became what it is in `after`. */
  @PrimaryColumn('bigint') revision!: string;
  @PrimaryColumn('text') handoffId!: string;
  @Column('timestamptz') foundAt!: Date;
  /** What is no later than this had been told before. */
  @Column('timestamptz') knownUntil!: Date;
  /** 'record', 'mapping', 'match' or 'definition'. */
  @Column('text') cause!: string;
  /** The version of the definitions that told it again; null for other causes. */
  @Column('integer', { nullable: true }) definitionVersion!: number | null;
  /** The columns of `handoff` whose past changed, as they were; a `removed_at` that is no null says that it was not there. */
  @Column('jsonb') before!: Record<string, unknown>;
  /** The same columns, as they became. */
  @Column('jsonb') after!: Record<string, unknown>;
}
