import { useSyncExternalStore } from 'react'

let text = ''
const readers = new Set<() => void>()

function write(next: string) {
  text = next
  for (const reader of readers) reader()
}
function subscribe(reader: () => void) {
  readers.add(reader)
  return () => readers.delete(reader)
}

/** What was searched for is still there on coming back, but never in the address: it is somebody's name. */
export const useSearchText = () => [useSyncExternalStore(subscribe, () => text), write] as const
