import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** One message of a ticket. */
@Entity()
export class Message extends Fact {
  @Column('text') ticketExternalId!: string;
  @Column('text', { nullable: true }) authorExternalId!: string | null;
  @Column('boolean') fromCustomer!: boolean;
  /** False for internal notes. */
  @Column('boolean') visible!: boolean;
  @Column('timestamptz') sentAt!: Date;
  @Column('text', { nullable: true }) body!: string | null;
}
