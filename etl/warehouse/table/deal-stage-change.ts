import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** One entry of a deal into a stage, from the source's own history. */
@Entity()
export class DealStageChange extends Fact {
  @Column('text') dealExternalId!: string;
  @Column('text') stage!: string;
  @Column('timestamptz') enteredAt!: Date;
  /** Null where PipelineStage must tell. */
  @Column('boolean', { nullable: true }) won!: boolean | null;
}
