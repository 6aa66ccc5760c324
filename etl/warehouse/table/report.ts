import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail that goes out on a schedule. */
@Entity()
export class Report {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) recipients!: string[];
  /** Of the schedule and of the times printed in it. */
  @Column('text') timeZone!: string;
  /** Cron, five fields. */
  @Column('text') schedule!: string;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('timestamptz') createdAt!: Date;
  /** Slots before it are not owed: the report was made or re-timed then. */
  @Column('timestamptz') owedFrom!: Date;
}
