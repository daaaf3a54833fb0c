interface Entry {
  readonly at: string
  readonly actor: string | null
}

const MINUTE_MS = 60_000

/** Neighbours by one caller, none older than a minute before the newest of them; what may not be joined stays alone. */
export function byMoment<One extends Entry>(
  newestFirst: readonly One[],
  mayJoin: (one: One) => boolean = () => true,
): readonly (readonly [One, ...One[]])[] {
  const moments: [One, ...One[]][] = []
  for (const entry of newestFirst) {
    const last = moments.at(-1)
    const isSame =
      last !== undefined &&
      last[0].actor === entry.actor &&
      mayJoin(last[0]) &&
      mayJoin(entry) &&
      Date.parse(last[0].at) - Date.parse(entry.at) <= MINUTE_MS
    if (isSame) last.push(entry)
    else moments.push([entry])
  }
  return moments
}
