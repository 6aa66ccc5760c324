import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message of a vendor that was believed. Kept for eight days: longer than any vendor sends one again. */
@Entity()
export class WebhookReceipt {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  /** Hash of its signature. */
  @PrimaryColumn('text') id!: string;
  @Column('timestamptz') receivedAt!: Date;
}
