/** One name: the ways people write it in Latin letters, the usual one first, and in Arabic script. */
export interface Name {
  latin: readonly string[]
  arabic: string
}

/** Reads `Mohammed/Mohamed=محمد; Ali=علي`. The commoner a name, the earlier it stands. */
export function names(list: string): readonly Name[] {
  return list
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [latin, arabic] = entry.split('=')
      if (!latin || !arabic) throw new Error(`not a name in both scripts: ${entry}`)
      return { latin: latin.split('/'), arabic }
    })
}
