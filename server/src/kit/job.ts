/** Runs on a clock, once per tenant. Its queue holds tenant ids and nothing else. */
export interface JobIn<Context> {
  readonly name: string
  /** In UTC. */
  readonly cron: string
  readonly summary: string
  /** What it deletes does not come back. */
  readonly forgets?: true
  /** Where it knows how much there is, it says how far it has come: as often as it likes, noted now and then. */
  run(ctx: Context, progress?: Progress, part?: Part): Promise<void>
}

export type Progress = (done: number, total: number) => void

/** For a job that does some at a time: each part is committed before the next begins. */
export interface Part {
  /** As the part before said; undefined in the first. */
  readonly behind: number | undefined
  /** There is more: it runs again, behind a place of its own where it names one. */
  goOn(behind?: number): void
}
