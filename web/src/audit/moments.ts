import type { Output } from '@kith/sdk'

export type Entry = Output<'audit.list'>['items'][number]
/** Entries that one request made at one time, newest first. */
export type Together = readonly [Entry, ...Entry[]]

/** A request may make several entries, such as those of a merge: a reader sees them as one. */
export function byMoment(entries: readonly Entry[]): readonly Together[] {
  const moments: [Entry, ...Entry[]][] = []
  for (const entry of entries) {
    const last = moments.at(-1)
    if (last && isSame(last[0], entry)) last.push(entry)
    else moments.push([entry])
  }
  return moments
}

const isSame = (one: Entry, other: Entry) =>
  one.at === other.at && one.requestId === other.requestId && one.actor === other.actor

const IS_ID = /^[0-9a-f-]{16,36}$/

/** What an entry tells beside its fields, without ids, which say nothing to a reader; an account is one by name. */
export function toldIn({ before, after }: Pick<Entry, 'before' | 'after'>) {
  const shown = (field: string, value: unknown) =>
    field === 'account' && typeof value === 'string' ? `account:${value}` : value
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .map((field) => ({ field, before: shown(field, before?.[field]), after: shown(field, after?.[field]) }))
    .filter((one) => !IS_ID.test(String(one.after ?? one.before)))
}
