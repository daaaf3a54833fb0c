import type { Customer } from '../../session/session.ts'
import { type Ask, PAGE, Pages } from './pages.ts'

/** Pages farther from the view are dropped, and fetched again when needed. */
export const MOST_PAGES = 20
/** Near the start the list shows new customers; farther down nothing moves under the reader. */
const FRESH_ROWS = 5 * PAGE
/** Rows before the end of the loaded ones at which the next page is fetched. */
const ROWS_AHEAD = 120

export interface Answer {
  readonly items: readonly Customer[]
  readonly nextCursor: string | null
  readonly total: number | null
}
export type Fetch = (ask: Ask, signal: AbortSignal) => Promise<Answer>

interface Held {
  readonly side: Ask['side']
  readonly items: readonly Customer[]
}

/** A list of known length of which only the part around the view is loaded. */
export class PeopleList {
  readonly #fetch: Fetch
  readonly #reversible: boolean
  readonly #readers = new Set<() => void>()
  #pages = new Pages(null)
  #held = new Map<number, Held>()
  /** Shown until their page is reloaded. */
  #before = new Map<number, Held>()
  #head: Answer | null = null
  #newer: Answer | null = null
  #wanted: readonly [first: number, last: number] = [0, 0]
  #busy: AbortController | null = null
  version = 0
  count = 0
  /** The count from the server, not only of the loaded rows. */
  counted = false
  error: unknown = null

  constructor(fetch: Fetch, reversible: boolean) {
    this.#fetch = fetch
    this.#reversible = reversible
  }

  /** The first page, reloaded. */
  receive(head: Answer): void {
    if (head === this.#head) return
    this.#newer = this.#head !== null && this.#wanted[0] > FRESH_ROWS ? head : null
    if (this.#newer) return
    this.#busy?.abort()
    this.#busy = null
    this.#head = head
    this.#before = this.#held
    this.#held = new Map()
    this.counted = head.total !== null
    this.count = head.total ?? head.items.length
    this.#pages = new Pages(this.#reversible ? head.total : null)
    this.#keep({ page: 0, side: 'start', cursor: null, limit: PAGE }, head)
    this.#notify()
    void this.#go()
  }

  at(row: number): Customer | null {
    const page = Math.floor(row / PAGE)
    return (this.#held.get(page) ?? this.#before.get(page))?.items[row % PAGE] ?? null
  }

  /** Sets the visible rows. */
  look(first: number, last: number): void {
    const [before, after] = this.#wanted
    if (before === first && after === last) return
    this.#wanted = [first, last]
    if (this.#newer && first <= FRESH_ROWS) this.receive(this.#newer)
    void this.#go()
  }

  /** All customers from one row to another, loading missing ones. */
  async between(first: number, last: number, signal?: AbortSignal, onFound?: (found: number) => void) {
    const found: Customer[] = []
    const pages = this.#pages
    for (let page = Math.floor(first / PAGE); page * PAGE <= last; page++) {
      let items = this.#held.get(page)?.items
      while (items === undefined) {
        signal?.throwIfAborted()
        const ask = pages.towards(page)
        if (!ask) break
        const answer = inOrder(ask, await this.#fetch(ask, signal ?? new AbortController().signal))
        pages.learn(ask, answer.nextCursor)
        if (ask.page === page) items = answer.items
        else if (answer.nextCursor === null) break
      }
      if (!items) break
      found.push(...items.slice(Math.max(0, first - page * PAGE), last - page * PAGE + 1))
      onFound?.(found.length)
    }
    return found
  }

  /** Replaces changed customers. */
  change(changed: ReadonlyMap<string, Customer>): void {
    for (const [page, { side, items }] of this.#held) {
      if (!items.some(({ id }) => changed.has(id))) continue
      this.#held.set(page, { side, items: items.map((one) => changed.get(one.id) ?? one) })
    }
    this.#notify()
  }

  retry = () => {
    this.error = null
    this.#notify()
    void this.#go()
  }

  subscribe = (reader: () => void) => {
    this.#readers.add(reader)
    return () => {
      this.#readers.delete(reader)
    }
  }

  get held(): number {
    return this.#held.size
  }

  /** Loads page after page until the view is covered. */
  async #go(): Promise<void> {
    const ask = this.#busy || this.error !== null ? null : this.#next()
    if (!ask) return
    const busy = new AbortController()
    this.#busy = busy
    try {
      const answer = await this.#fetch(ask, busy.signal)
      if (this.#busy !== busy) return
      this.#keep(ask, answer)
    } catch (error) {
      if (this.#busy !== busy) return
      this.error = error
    }
    this.#busy = null
    this.#notify()
    void this.#go()
  }

  #next(): Ask | null {
    const [first, last] = this.#wanted
    const rows = [first, last, last + ROWS_AHEAD, first - ROWS_AHEAD]
    const missing = rows
      .filter((row) => row >= 0 && row < this.count)
      .map((row) => Math.floor(row / PAGE))
      .find((page) => !this.#held.has(page))
    return missing === undefined ? null : this.#pages.towards(missing)
  }

  #keep(ask: Ask, answer: Answer): void {
    const { items, nextCursor } = inOrder(ask, answer)
    const { page, side } = ask
    this.#pages.learn(ask, nextCursor)
    this.#held.set(page, { side, items })
    this.#before.delete(page)
    if (side === 'start') this.#recount(page, items.length, nextCursor !== null)
    this.#joinSides(page)
    this.#forgetFar()
  }

  #recount(page: number, items: number, more: boolean): void {
    const seen = page * PAGE + items
    if (!more) this.count = seen
    else if (this.count <= seen) this.count = seen + 1
  }

  /** Where both sides meet no customer may appear twice. */
  #joinSides(page: number): void {
    for (const [left, right] of [
      [page - 1, page],
      [page, page + 1],
    ] as const) {
      const [one, other] = [this.#held.get(left), this.#held.get(right)]
      if (!one || !other || one.side === other.side) continue
      const ids = new Set(one.items.map(({ id }) => id))
      if (!other.items.some(({ id }) => ids.has(id))) continue
      for (const [page, { side }] of this.#held) if (side === 'end') this.#held.delete(page)
      this.#pages.forgetEnd()
    }
  }

  #forgetFar(): void {
    const middle = (this.#wanted[0] + this.#wanted[1]) / 2 / PAGE
    const farFirst = [...this.#held.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    for (const page of farFirst.slice(0, Math.max(0, farFirst.length - MOST_PAGES))) this.#held.delete(page)
  }

  #notify(): void {
    this.version += 1
    for (const reader of this.#readers) reader()
  }
}

const inOrder = ({ side }: Ask, answer: Answer): Answer =>
  side === 'start' ? answer : { ...answer, items: answer.items.toReversed() }
