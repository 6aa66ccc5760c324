import { Column, Entity, PrimaryColumn } from 'typeorm';

/** People whose handoffs their manager sees. */
@Entity()
export class Team {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('timestamptz') createdAt!: Date;
}
