export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Runs so many at once; the others wait in the order in which they came. */
export function atMost(many: number): InTurn {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running < many) running++
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
