import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a row of a source was before its last import, so that the import can be undone. */
@Entity()
export class KeptRow {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  /** Name of its table; 'import' for the one row that says when the import began. */
  @PrimaryColumn('text') kind!: string;
  /** Empty for facts, whose ids are unique in their table. */
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('text') externalId!: string;
  /** Null for a row that the import has made. */
  @Column('jsonb', { nullable: true }) was!: unknown;
}
