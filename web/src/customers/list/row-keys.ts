import { type RefObject, useEffect, useRef } from 'react'

/** By the place on the board, so that they are the same in Arabic. */
const STEPS: Readonly<Record<string, number>> = { KeyJ: 1, KeyK: -1 }
const SELECT = 'KeyX'

interface Keys {
  readonly scroller: RefObject<HTMLElement | null>
  readonly count: number
  /** The first row in view. */
  readonly first: number
  readonly onScrollTo: (place: number) => void
  readonly onSelect: (place: number, range: boolean) => void
  /** Selects all from one row to the other. */
  readonly onReach: (from: number, to: number) => void
}

/** J and K go from row to row, Enter opens the customer, X selects; with Shift the rows on the way, too. */
export function useRowKeys(keys: Keys): void {
  const last = useRef<number | null>(null)
  /** Of a row that is on its way. */
  const wanted = useRef<number | null>(null)
  const focusWanted = () => {
    if (wanted.current === null) return
    const row = keys.scroller.current?.querySelector(`[aria-rowindex="${wanted.current + 2}"]`)
    const link = row?.querySelector('a')
    if (!link) return
    wanted.current = null
    link.focus({ preventScroll: true })
  }
  useEffect(focusWanted)

  const press = (event: KeyboardEvent) => {
    const { target, code, shiftKey } = event
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
    if (!keys.scroller.current?.contains(target) && !isIdle(target)) return
    const at = placeOf(target) ?? last.current
    const step = STEPS[code]
    if (step !== undefined) {
      event.preventDefault()
      const next = at === null ? keys.first : Math.max(0, Math.min(keys.count - 1, at + step))
      if (shiftKey && at !== null) keys.onReach(at, next)
      last.current = next
      wanted.current = next
      keys.onScrollTo(next)
      focusWanted()
    } else if (code === SELECT && at !== null) {
      event.preventDefault()
      keys.onSelect(at, shiftKey)
    }
  }
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => latest.current(event)
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}

/** Nothing is typed there, and no menu or dialog is open: those are outside of the page. */
const isIdle = (target: HTMLElement) =>
  target === document.body || (target.closest('main') !== null && !target.matches('input, textarea, select'))

/** Null in the head of the list and outside of it. */
function placeOf(target: HTMLElement): number | null {
  const place = Number(target.closest('[role=row]')?.getAttribute('aria-rowindex') ?? 0) - 2
  return place < 0 ? null : place
}
