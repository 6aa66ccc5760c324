import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a login may do in a workspace, and whose handoffs it sees there. */
@Entity()
export class Member {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') loginId!: string;
  @Column('text') role!: string;
  /** 'all', 'team' or 'mine'. */
  @Column('text') visibility!: string;
  @Column('uuid', { nullable: true }) teamId!: string | null;
  @Column('timestamptz') joinedAt!: Date;
}
