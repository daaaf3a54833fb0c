import { isNobodyThere } from './unreachable.ts'

/** Sooner at first, because most failures are short; the last one repeats, since a refused connection costs nothing. */
const WAITS_MS = [500, 1_000, 2_000, 4_000]
const PATIENCE_MS = 4_000

/** One small request without retries: whether a server answers; the browser's own report is not reliable. */
async function isThere(): Promise<boolean> {
  try {
    const { status } = await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    return !isNobodyThere(status)
  } catch {
    return false
  }
}

/**
 * Runs the work as soon as a server answers, and retries until it is done; returns a function that stops it. A browser
 * event `online`, and a window that becomes visible, cause a check at once.
 */
export function onceReached(work: () => Promise<boolean>): () => void {
  let tries = 0
  let isOver = false
  let isUnderWay = false
  let timer: ReturnType<typeof setTimeout> | undefined
  async function attempt() {
    if (isUnderWay) return
    clearTimeout(timer)
    isUnderWay = true
    const isDone = (await isThere()) && !isOver && (await work().catch(() => false))
    isUnderWay = false
    if (isDone || isOver) return stop()
    timer = setTimeout(attempt, WAITS_MS[Math.min(tries, WAITS_MS.length - 1)])
    tries += 1
  }
  const soon = () => {
    tries = 0
    if (!document.hidden) void attempt()
  }
  function stop() {
    isOver = true
    clearTimeout(timer)
    window.removeEventListener('online', soon)
    document.removeEventListener('visibilitychange', soon)
  }
  window.addEventListener('online', soon)
  document.addEventListener('visibilitychange', soon)
  void attempt()
  return stop
}
