import { Entity, PrimaryColumn } from 'typeorm';

/** A record that changed since handoffs were last derived. Written with the record, taken by the derivation in its own transaction. */
@Entity()
export class PendingChange {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('text') sourceId!: string;
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('text') recordId!: string;
}
