import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A won deal that is no handoff, and the rule that says so. */
@Entity()
export class ExcludedDeal {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  @PrimaryColumn('text') dealExternalId!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('timestamptz', { nullable: true }) wonAt!: Date | null;
  @Column('text') reason!: string;
}
