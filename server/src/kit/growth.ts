/** What keeps a table from growing for ever. */
export type Bound =
  /** Deletes what is older. */
  | { readonly job: string; readonly keeps: string }
  /** As many rows as there are of these, and gone with them. */
  | { readonly per: string }
  /** It does grow for ever, for this reason. */
  | { readonly stays: string }

export interface Growth<Column extends string = string> {
  /** When a row was written; null where no column tells. */
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
