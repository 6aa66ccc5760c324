import { Column, Entity, PrimaryColumn } from 'typeorm';

/** As whom a member is named in the sources: their handoffs are the member's own. */
@Entity()
export class MemberOwner {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') loginId!: string;
  @PrimaryColumn('text') ownerName!: string;
  /** 'email' or 'hand'. */
  @Column('text') linkedBy!: string;
  @Column('timestamptz') linkedAt!: Date;
}
