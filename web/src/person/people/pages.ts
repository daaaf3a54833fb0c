/** Rows per page: a screen shows 14, and the next page is fetched before this one ends. */
export const PAGE = 200

export type Side = 'start' | 'end'

export interface Ask {
  readonly page: number
  readonly side: Side
  /** Null for the first page of its side. */
  readonly cursor: string | null
  readonly limit: number
}

/**
 * The next fetch in a list that knows no page numbers, only “after this”: the page after one read from the
 * start, or before one read from the end, where the same list begins in the reverse order.
 */
export class Pages {
  readonly #start = new Map<number, string | null>([[0, null]])
  readonly #end = new Map<number, string | null>()
  readonly #last: number | null
  readonly #inLast: number

  /** `total` is null if the end is unknown or the order cannot be reversed. */
  constructor(total: number | null) {
    this.#last = total === null ? null : Math.max(0, Math.ceil(total / PAGE) - 1)
    this.#inLast = total === null ? PAGE : total - this.#last! * PAGE
    if (this.#last !== null && this.#last > 0) this.#end.set(this.#last, null)
  }

  /** The page itself, or the nearest one on the way to it. */
  towards(page: number): Ask | null {
    const { start, end } = this
    if (this.#start.has(page)) return this.#ask(page, 'start')
    if (this.#end.has(page)) return this.#ask(page, 'end')
    if (page < start) return null
    return end === null || page - start <= end - page ? this.#ask(start, 'start') : this.#ask(end, 'end')
  }

  /** After this page, in the reading order of its side, the next one begins at `cursor`. */
  learn({ page, side }: Ask, cursor: string | null): void {
    if (side === 'start') cursor !== null && this.#start.set(page + 1, cursor)
    else if (page > 0 && cursor === null) this.forgetEnd()
    else if (page > 0) this.#end.set(page - 1, cursor)
  }

  /** Pages from the end do not fit those from the start: customers were added or removed meanwhile. */
  forgetEnd(): void {
    this.#end.clear()
  }

  get start(): number {
    return Math.max(...this.#start.keys())
  }

  get end(): number | null {
    return this.#end.size === 0 ? null : Math.min(...this.#end.keys())
  }

  #ask(page: number, side: Side): Ask {
    const cursor = (side === 'start' ? this.#start : this.#end).get(page) ?? null
    return { page, side, cursor, limit: side === 'end' && page === this.#last ? this.#inLast : PAGE }
  }
}
