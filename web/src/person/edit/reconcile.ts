export type Values = Readonly<Record<string, string>>

export interface Difference {
  readonly field: string
  readonly mine: string
  readonly theirs: string
  /** Both changed it, to different values: the user has to choose. */
  readonly needsChoice: boolean
}

/** The changes of two users: from `base` ours to `mine` and the other's to `theirs`. */
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

/** Both changes combined; where both changed the same field, the chosen one. */
export function reconciled(base: Values, mine: Values, theirs: Values, keepMine: ReadonlySet<string>): Values {
  const chosen = Object.keys(base).map((field) => {
    const onlyMine = mine[field] !== base[field] && theirs[field] === base[field]
    return [field, onlyMine || keepMine.has(field) ? mine[field] : theirs[field]]
  })
  return Object.fromEntries(chosen)
}

/** Only changed values, in the format of the API: empty is null. */
export function changes(base: Values, now: Values): Record<string, string | null> {
  const changed = Object.keys(now).filter((field) => now[field] !== base[field])
  return Object.fromEntries(changed.map((field) => [field, now[field] || null]))
}
