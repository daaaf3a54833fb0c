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

/** While this is true, leaving asks first. */
export function useUnsaved(isUnsaved: boolean): void {
  const id = useId()
  useEffect(() => {
    if (!isUnsaved) return
    unsaved.add(id)
    return () => void unsaved.delete(id)
  }, [isUnsaved, id])
}

export const hasUnsaved = () => unsaved.size > 0

/** Continues at once if nothing would be lost, else after the question. */
export function leave(go: () => void, isUnsaved = hasUnsaved()): void {
  if (isUnsaved) ask(go)
  else go()
}

/** The pending action behind the question; null if there is none. */
export const useAsking = () => useSyncExternalStore(subscribe, () => asking)
export const stopAsking = () => ask(null)
