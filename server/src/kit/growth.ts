/** What bounds the growth of a table. */
export type Bound =
  /** The job that deletes older rows. */
  | { readonly job: string; readonly keeps: string }
  /** Rows per record of another kind, deleted with it. */
  | { readonly per: string }
  /** It grows for ever, for this reason. */
  | { readonly stays: string }

export interface Growth<Column extends string = string> {
  /** The column with the time of writing; null without one. */
  readonly since: Column | null
  readonly bound: Bound
}

export const until = (job: string, keeps: string): Bound => ({ job, keeps })
export const per = (what: string): Bound => ({ per: what })
export const stays = (because: string): Bound => ({ stays: because })

export function boundInWords(bound: Bound): string {
  if ('job' in bound) return `${bound.job}: ${bound.keeps}`
  return 'per' in bound ? `per ${bound.per}` : `stays: ${bound.stays}`
}
