import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One customer, whatever number of sources know it. */
@Entity()
export class Account {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) domain!: string | null;
  @Column('jsonb', { default: {} }) dimensions!: Record<string, string>;
}
