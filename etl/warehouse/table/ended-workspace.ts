import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A workspace that was deleted and of which something may be left; whoever finds the row goes on with it. */
@Entity()
export class EndedWorkspace {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') askedAt!: Date;
}
