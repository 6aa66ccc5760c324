import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A fact that an account's handoffs rest on without an event naming it: its companies, people, deals, tickets, subscriptions, open tasks.
 * When such a fact moves to another account, this is how the one it left is found.
 */
@Entity()
export class AccountFact {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  /** Kind and the source's own id: 'deal:123'. */
  @PrimaryColumn('text') factId!: string;
  @PrimaryColumn('uuid') accountId!: string;
  @Column('text') stream!: string;
  @Column('text') recordId!: string;
}
