import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A record that is not as documented: shown, retried, never dropped. */
@Entity()
export class RejectedRecord {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('text') externalId!: string;
  @Column('text') reason!: string;
  @Column('jsonb') payload!: unknown;
  @Column('timestamptz') firstReadAt!: Date;
  @Column('timestamptz') lastReadAt!: Date;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
}
