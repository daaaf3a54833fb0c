import { plainName, REASON_COLUMN, targetNamed } from './names.ts'
import type { Column, Plan } from './plan.ts'
import { readyFor } from './ready.ts'
import { NEW_TARGETS, type Policy, type Target } from './targets.ts'

/** What a column was taken for the last time, by its plain name. */
export type Remembered = ReadonlyMap<string, Pick<Column, 'target' | 'policy'>>

/** Columns that may be there more than once. */
const SEVERAL: readonly Target[] = ['extra', 'notes']

/** By what was decided before, by the kind of the file, by the name, by what is in the cells. */
export function guessPlan(
  fileName: string,
  names: readonly string[],
  samples: readonly (readonly string[])[],
  remembered: Remembered,
): Pick<Plan, 'columns' | 'system' | 'dates'> {
  const ready = readyFor(names)
  const own = new Map(Object.entries(ready?.columns ?? {}).map(([name, target]) => [plainName(name), target]))
  const taken = new Set<Target>()
  const columns = names.map((name, index): Column => {
    const plain = plainName(name)
    const before = remembered.get(plain)
    const cells = samples.map((cells) => cells[index] ?? '')
    const found =
      name === REASON_COLUMN
        ? null
        : before
          ? before.target
          : own.has(plain)
            ? own.get(plain)!
            : (targetNamed(name) ?? targetIn(cells))
    // The second phone of a file is not the phone.
    const target = found !== null && taken.has(found) && !SEVERAL.includes(found) ? null : found
    if (target !== null) taken.add(target)
    return { name, target, policy: before?.policy ?? usualPolicy(target) }
  })
  return { columns, system: ready?.system ?? systemIn(fileName), dates: datesIn(columns, samples) }
}

const usualPolicy = (target: Target | null): Policy => (NEW_TARGETS.some((one) => one === target) ? 'create' : 'fill')

/** An unnamed column of e-mails or phones is one all the same. */
function targetIn(cells: readonly string[]): Target | null {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean)
  if (filled.length < 3) return null
  if (filled.every((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell))) return 'email'
  return filled.every((cell) => /^'?\+\d[\d ()-]{7,18}$/.test(cell)) ? 'phone' : null
}

const systemIn = (fileName: string) =>
  plainName(fileName.replace(/\.[^.]*$/, ''))
    .replaceAll(/\d/g, '')
    .slice(0, 40) || 'file'

/** 25/03 has its day first, 03/25 its month; if nothing tells, the day. */
function datesIn(columns: readonly Column[], samples: readonly (readonly string[])[]): Plan['dates'] {
  const dates = columns.flatMap(({ target }, index) =>
    target === 'birthDate' || target === 'createdAt' || target === 'consentAt'
      ? samples.map((cells) => /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(cells[index] ?? ''))
      : [],
  )
  const isDay = (part: 1 | 2) => dates.some((date) => Number(date?.[part]) > 12)
  return isDay(2) && !isDay(1) ? 'month-first' : 'day-first'
}
