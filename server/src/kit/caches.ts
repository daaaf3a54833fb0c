import { LRUCache } from 'lru-cache'

const made = new Set<{ readonly name: string; readonly held: WeakRef<{ readonly size: number }> }>()

/** What a process remembers, bounded by `max` and counted in /metrics under its name. */
export function cache<K extends {}, V extends {}, C = unknown>(
  name: string,
  options: LRUCache.Options<K, V, C>,
): LRUCache<K, V, C> {
  const held = new LRUCache<K, V, C>(options)
  made.add({ name, held: new WeakRef(held) })
  return held
}

/** Entries by name: a process with several servers has several caches of a name. */
export function cacheEntries(): ReadonlyMap<string, number> {
  const entries = new Map<string, number>()
  for (const one of made) {
    const held = one.held.deref()
    if (held) entries.set(one.name, (entries.get(one.name) ?? 0) + held.size)
    else made.delete(one)
  }
  return entries
}
