import { readdirSync, readFileSync } from 'node:fs'

// Linux counts CPU time for other programs in hundredths of a second, independent of the kernel's own clock.
const TICKS_PER_SECOND = 100

interface Times {
  readonly parent: number
  readonly own: number
  /** Of children that ended and were waited for. */
  readonly ofEnded: number
}

/** CPU seconds that a process has used, all of its threads together. */
export function cpuOf(pid: number): number {
  return timesOf(pid)?.own ?? 0
}

/** CPU seconds of a PostgreSQL server: connections and background processes, those that have ended included. */
export function cpuOfPostgres(postmaster: number): number {
  const main = timesOf(postmaster)
  if (!main) return 0
  const children = processes()
    .map(timesOf)
    .filter((times) => times?.parent === postmaster)
  return children.reduce((sum, times) => sum + times!.own, main.own + main.ofEnded)
}

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

function timesOf(pid: number): Times | null {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return null
  }
  // The name, in parentheses, may hold blanks. proc(5) counts from 1: 4 ppid, 14 utime, 15 stime, 16 cutime, 17 cstime.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const field = (number: number) => Number(fields[number - 3])
  const seconds = (...numbers: number[]) => numbers.reduce((sum, number) => sum + field(number), 0) / TICKS_PER_SECOND
  return { parent: field(4), own: seconds(14, 15), ofEnded: seconds(16, 17) }
}

/** Of all the time the cores had, the share that the host gave to its other machines. */
export function stolenShare(): () => number {
  const before = coresTimes()
  return () => {
    const after = coresTimes()
    return (after.stolen - before.stolen) / Math.max(1, after.all - before.all)
  }
}

function coresTimes() {
  const [line = ''] = readFileSync('/proc/stat', 'latin1').split('\n')
  // user nice system idle iowait irq softirq steal; guest time is part of user time.
  const times = line.split(/\s+/).slice(1, 9).map(Number)
  return { stolen: times[7] ?? 0, all: times.reduce((sum, time) => sum + time, 0) }
}
