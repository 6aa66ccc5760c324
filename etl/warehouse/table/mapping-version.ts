import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the fields of a source meant from a moment on. The newest is the one in `source.settings`. */
@Entity()
export class MappingVersion {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  /** From 1. */
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') mapping!: unknown;
  @Column('timestamptz') savedAt!: Date;
  /** When the stored records had been read by it; null while that is under way. */
  @Column('timestamptz', { nullable: true }) appliedAt!: Date | null;
}
