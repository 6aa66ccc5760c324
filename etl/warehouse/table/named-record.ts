import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An id that a pass under way has heard the source name. Emptied when the pass ends; what a dead run left is removed by the next. */
@Entity()
export class NamedRecord {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') runId!: string;
  @Column('text') sourceId!: string;
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('text') externalId!: string;
}
