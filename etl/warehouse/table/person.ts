import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** Somebody at a customer or on our side. */
@Entity()
export class Person extends Fact {
  @Column('text', { nullable: true }) name!: string | null;
  /** Lower case. */
  @Column('text', { nullable: true }) email!: string | null;
  /** What follows its @, empty where nothing does; null until whoever derives has looked. A column, since row-level security keeps an expression from its index. */
  @Column('text', { nullable: true }) emailDomain!: string | null;
  /** True for our own people: owners, agents. */
  @Column('boolean') internal!: boolean;
  @Column('boolean') active!: boolean;
  @Column('text', { nullable: true }) accountExternalId!: string | null;
}
