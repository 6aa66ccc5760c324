import { Column, Entity } from 'typeorm';
import { Fact } from './fact.js';

/** One stage of a deal pipeline. */
@Entity()
export class PipelineStage extends Fact {
  @Column('text') pipeline!: string;
  @Column('text') stage!: string;
  @Column('text') label!: string;
  @Column('boolean') won!: boolean;
  @Column('boolean') closed!: boolean;
}
