const MOST = 100

/** Ids that are asked for in one moment are read in one call, at most 100 at a time. */
export function together<Item extends { readonly id: string }>(
  read: (ids: readonly string[]) => Promise<readonly Item[]>,
): (id: string) => Promise<Item | undefined> {
  let open: { readonly ids: Set<string>; readonly items: Promise<readonly Item[]> } | null = null
  function begin() {
    const ids = new Set<string>()
    const items = new Promise((resolve) => setTimeout(resolve)).then(() => {
      if (open?.ids === ids) open = null
      return read([...ids])
    })
    return { ids, items }
  }
  return async (id) => {
    if (!open || open.ids.size >= MOST) open = begin()
    open.ids.add(id)
    return (await open.items).find((item) => item.id === id)
  }
}
