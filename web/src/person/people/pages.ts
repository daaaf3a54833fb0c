/** So many to a page: a screen shows 14, and the next page is asked for before this one ends. */
export const PAGE = 200

export type Side = 'start' | 'end'

export interface Ask {
  readonly page: number
  readonly side: Side
  /** Null for the first of its side. */
  readonly cursor: string | null
  readonly limit: number
}

/**
 * What can be asked for in a list that knows no page numbers, only “what comes after this”: the page after one that came
 * from the start, or before one that came from the end, where the same list begins when it is asked for in the other order.
 */
export class Pages {
  readonly #start = new Map<number, string | null>([[0, null]])
  readonly #end = new Map<number, string | null>()
  readonly #last: number | null
  readonly #inLast: number

  /** `total` is null where the end cannot be known, or not be turned into a start. */
  constructor(total: number | null) {
    this.#last = total === null ? null : Math.max(0, Math.ceil(total / PAGE) - 1)
    this.#inLast = total === null ? PAGE : total - this.#last! * PAGE
    if (this.#last !== null && this.#last > 0) this.#end.set(this.#last, null)
  }

  /** The page itself, or the one through which the way to it is shortest. */
  towards(page: number): Ask | null {
    const { start, end } = this
    if (this.#start.has(page)) return this.#ask(page, 'start')
    if (this.#end.has(page)) return this.#ask(page, 'end')
    if (page < start) return null
    return end === null || page - start <= end - page ? this.#ask(start, 'start') : this.#ask(end, 'end')
  }

  /** After this page, in the order in which its side is read, the next one begins at `cursor`. */
  learn({ page, side }: Ask, cursor: string | null): void {
    if (side === 'start') cursor !== null && this.#start.set(page + 1, cursor)
    else if (page > 0 && cursor === null) this.forgetEnd()
    else if (page > 0) this.#end.set(page - 1, cursor)
  }

  /** What was known from the end does not fit what is known from the start: somebody came or went meanwhile. */
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
