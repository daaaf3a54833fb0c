import { type RefObject, useEffect } from 'react'

/** Writes the title of its column on each cell of a table marked `data-cards`: on a phone, where rows are cards, it stands beside the cell. */
export function useTablesAsCards(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const title = () => {
      for (const table of root.current?.querySelectorAll<HTMLTableElement>('table[data-cards]') ?? [])
        writeTitles(table)
    }
    const changes = new MutationObserver(title)
    title()
    if (root.current) changes.observe(root.current, { childList: true, characterData: true, subtree: true })
    return () => changes.disconnect()
  }, [root])
}

function writeTitles(table: HTMLTableElement): void {
  const titles = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent?.trim() ?? '')
  for (const body of table.tBodies) {
    for (const row of body.rows) {
      for (const [place, cell] of [...row.cells].entries()) {
        const title = titles[place]
        if (title && cell.dataset['column'] !== title) cell.dataset['column'] = title
      }
    }
  }
}
