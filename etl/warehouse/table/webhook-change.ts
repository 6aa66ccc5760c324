import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A record that a vendor said has changed, until it has been read again. */
@Entity()
export class WebhookChange {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('text') externalId!: string;
  /** The latest time it was said. */
  @Column('timestamptz') receivedAt!: Date;
}
