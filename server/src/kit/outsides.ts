import type { Config } from '../config.ts'

/** What an operator has set up, and, of the businesses' own, how many. */
const OF_THE_OPERATOR = { mail: 'The mail server', texts: 'The provider of text messages', broker: 'NATS' } as const
const OF_BUSINESSES = { provider: 'sign-in providers', webhook: 'webhooks' } as const
type Outside = keyof typeof OF_THE_OPERATOR | keyof typeof OF_BUSINESSES

/** Of each kind, so that no business fills the memory with its own. */
const MOST_KEPT = 1_000
/** One answer that was lost is no trouble. */
const SILENT_FOR_MS = 15_000
/** What is no longer asked may be well by now. */
const FORGOTTEN_AFTER_MS = 30 * 60_000

interface Silence {
  readonly since: number
  readonly last: number
}

/** A process has one; the settings stand for it. */
const known = new WeakMap<Config, Map<Outside, Map<string, Silence>>>()

/** After each try to reach one: whether anything was heard. `which` is none for the operator's, of which there is one. */
export function noteOutside(config: Config, kind: Outside, answered: boolean, which = ''): void {
  const kinds = known.get(config) ?? new Map<Outside, Map<string, Silence>>()
  known.set(config, kinds)
  const silent = kinds.get(kind) ?? new Map<string, Silence>()
  kinds.set(kind, silent)
  if (answered) return void silent.delete(which)
  const now = Date.now()
  if (silent.size >= MOST_KEPT && !silent.has(which)) return
  silent.set(which, { since: silent.get(which)?.since ?? now, last: now })
}

/** In words, for the operator: what has been silent for a while. */
export function silentOutsides(config: Config): readonly string[] {
  const now = Date.now()
  const of = (kind: Outside) => {
    const silent = known.get(config)?.get(kind) ?? new Map<string, Silence>()
    for (const [which, { last }] of silent) if (now - last > FORGOTTEN_AFTER_MS) silent.delete(which)
    return [...silent.values()].filter(({ since, last }) => last - since >= SILENT_FOR_MS)
  }
  const minutes = (since: number) => Math.max(1, Math.round((now - since) / 60_000))
  return [
    ...(['mail', 'texts', 'broker'] as const).flatMap((kind) =>
      of(kind).map(({ since }) => `${OF_THE_OPERATOR[kind]} has not answered for ${minutes(since)} min`),
    ),
    ...(['provider', 'webhook'] as const).flatMap((kind) => {
      const { length } = of(kind)
      return length > 0 ? [`Of the ${OF_BUSINESSES[kind]} of businesses ${length} do not answer`] : []
    }),
  ]
}
