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
