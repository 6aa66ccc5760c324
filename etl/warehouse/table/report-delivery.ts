import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One slot, one recipient, one mail: claimed before it is sent. */
@Entity()
export class ReportDelivery {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') reportId!: string;
  /** The moment it was due; also its as-of. */
  @PrimaryColumn('timestamptz') slot!: Date;
  @PrimaryColumn('text') recipient!: string;
  /** 'pending', 'sending', 'sent' or 'failed'. */
  @Column('text') status!: string;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) claimedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('text', { nullable: true }) messageId!: string | null;
  @Column('text', { nullable: true }) subject!: string | null;
  /** Name of the .eml when there is no SMTP. */
  @Column('text', { nullable: true }) outboxFile!: string | null;
  @Column('text', { nullable: true }) error!: string | null;
}
