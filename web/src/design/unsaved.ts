import { useEffect, useId, useSyncExternalStore } from 'react'

const unsaved = new Set<string>()
let asking: (() => void) | null = null
const readers = new Set<() => void>()

function ask(go: (() => void) | null) {
  asking = go
  for (const reader of readers) reader()
}
function subscribe(reader: () => void) {
  readers.add(reader)
  return () => readers.delete(reader)
}

/** As long as this is true, the question comes before the page is left. */
export function useUnsaved(isUnsaved: boolean): void {
  const id = useId()
  useEffect(() => {
    if (!isUnsaved) return
    unsaved.add(id)
    return () => void unsaved.delete(id)
  }, [isUnsaved, id])
}

export const hasUnsaved = () => unsaved.size > 0

/** Goes on at once where nothing would be lost, else after the question. */
export function leave(go: () => void, isUnsaved = hasUnsaved()): void {
  if (isUnsaved) ask(go)
  else go()
}

/** What goes on when the question is answered so; null while nothing is asked. */
export const useAsking = () => useSyncExternalStore(subscribe, () => asking)
export const stopAsking = () => ask(null)
