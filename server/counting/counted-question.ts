import type { Workspace } from '../../etl/warehouse/index.js';
import type { Ground } from '../kpi/question.js';

/** What any question may be asked with; the rest is its own. */
export interface AnyQuery {
  asOf?: string | undefined;
  definition?: number | undefined;
}

/**
 * A question over the columns. It is answered away from the thread that serves requests, so query and answer are plain data.
 * A new one is such an object beside what it asks about, a line in `questions.ts`, and `counter.ask` in a controller.
 */
export interface CountedQuestion<Query extends AnyQuery, Answer extends object> {
  /** No other has it. */
  name: string;
  /**
   * True when nothing moves the answer but the handoffs (by the revision of the workspace), what has been read, the day, the
   * definition, the visibility and the query; its `scope.asOf` and `scope.ageMinutes` are then said anew. Such answers are
   * given again without being counted again.
   */
  kept: boolean;
  /** True when it is not kept, but what it rests on is: it is then worth asking before somebody does. */
  ahead?: boolean;
  /** True when it may take seconds: it then has a thread that no quick question waits for. Questions that share what they keep are alike in this. */
  slow?: boolean;
  /** May throw Nest's HTTP exceptions, which reach the one who asked. */
  answer(ground: Ground, workspace: Workspace, query: Query): Promise<Answer>;
}
