export type Values = Readonly<Record<string, string>>

export interface Difference {
  readonly field: string
  readonly mine: string
  readonly theirs: string
  /** Both changed it, and not to the same: somebody has to choose. */
  readonly needsChoice: boolean
}

/** What became different while somebody else was editing too: from `base` we went to `mine` and they to `theirs`. */
export function differences(base: Values, mine: Values, theirs: Values): Difference[] {
  return Object.keys(base)
    .filter((field) => theirs[field] !== base[field] && theirs[field] !== mine[field])
    .map((field) => ({
      field,
      mine: mine[field] ?? '',
      theirs: theirs[field] ?? '',
      needsChoice: mine[field] !== base[field],
    }))
}

/** Both changes together; where both changed the same field, whose was chosen. */
export function reconciled(base: Values, mine: Values, theirs: Values, keepMine: ReadonlySet<string>): Values {
  const chosen = Object.keys(base).map((field) => {
    const onlyMine = mine[field] !== base[field] && theirs[field] === base[field]
    return [field, onlyMine || keepMine.has(field) ? mine[field] : theirs[field]]
  })
  return Object.fromEntries(chosen)
}

/** Only what is different, as the API wants it: empty is null. */
export function changes(base: Values, now: Values): Record<string, string | null> {
  const changed = Object.keys(now).filter((field) => now[field] !== base[field])
  return Object.fromEntries(changed.map((field) => [field, now[field] || null]))
}
