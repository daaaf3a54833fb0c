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

/** The search text survives leaving the page, but is never in the URL: it is personal data. */
export const useSearchText = () => [useSyncExternalStore(subscribe, () => text), write] as const
