import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person may place by hand. */
export const MATCHED_BY_HAND = ['company', 'person', 'ticket', 'subscription', 'survey response'] as const;
export type MatchedByHand = (typeof MATCHED_BY_HAND)[number];

/** Where a person says that something belongs. It outranks every rule, and the next sync does not touch it. */
@Entity()
export class HandMatch {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') kind!: MatchedByHand;
  @PrimaryColumn('text') sourceId!: string;
  @PrimaryColumn('text') externalId!: string;
  /** The company whose account it belongs to, in any source; null with `toExternalId`: it stands apart, whatever the rules say. */
  @Column('text', { nullable: true }) toSourceId!: string | null;
  @Column('text', { nullable: true }) toExternalId!: string | null;
  @Column('timestamptz') decidedAt!: Date;
}
