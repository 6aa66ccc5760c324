/** Another worker reads this source now; its heart has beaten within the last minute. */
export class RunInProgress extends Error {
  constructor(
    readonly sourceId: string,
    readonly runId: string | null,
  ) {
    super(`Source ${sourceId} is being read already. Wait for that run to end.`);
    this.name = 'RunInProgress';
  }
}
