// Runs in the page itself: what a person who scrolls would see, frame by frame.
globalThis.scrolling = {
  scroller: () => document.querySelector('[role=table]').parentElement,
  rows: () => [...document.querySelectorAll('[role=rowgroup] [role=row]')],

  /** At so many pixels a second, to the end or until the time is over. */
  scroll(pixels, seconds) {
    const scroller = this.scroller()
    const frames = []
    const tasks = []
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    observer.observe({ type: 'longtask' })
    const seen = { rows: 0, missing: 0, mostRows: 0, mostElements: 0 }
    return new Promise((done) => {
      const begun = performance.now()
      let last = begun
      const step = (now) => {
        frames.push(now - last)
        // Before moving on: what was drawn for where the list stands.
        const rows = this.inView()
        seen.rows += rows.length
        seen.missing += rows.filter((row) => row.hasAttribute('aria-busy')).length
        scroller.scrollTop += ((now - last) / 1000) * pixels
        last = now
        seen.mostRows = Math.max(seen.mostRows, this.rows().length)
        seen.mostElements = Math.max(seen.mostElements, document.querySelectorAll('*').length)
        const isOver = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
        if (!isOver && now - begun < seconds * 1000) return requestAnimationFrame(step)
        observer.disconnect()
        const sorted = frames.slice(1).sort((a, b) => a - b)
        const at = (share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] * 10) / 10
        const frameTimes = { frames: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) }
        done({ ...seen, ...frameTimes, longTasks: tasks.length, longest: Math.round(Math.max(0, ...tasks)) })
      }
      requestAnimationFrame(step)
    })
  },

  inView() {
    const { top, bottom } = this.scroller().getBoundingClientRect()
    return this.rows().filter((row) => {
      const box = row.getBoundingClientRect()
      return box.bottom > top && box.top < bottom
    })
  },

  toMiddle() {
    const scroller = this.scroller()
    scroller.scrollTop = scroller.scrollHeight / 2
  },

  /** Two frames later at the earliest: until then those from before may still be in view. */
  untilThere() {
    return new Promise((done) => {
      const look = () => {
        const rows = this.inView()
        if (rows.length > 5 && rows.every((row) => !row.hasAttribute('aria-busy'))) done()
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(() => requestAnimationFrame(look))
    })
  },
}
