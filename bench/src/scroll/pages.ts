const SORTS = ['created', 'updated', 'lastSeen', 'number', 'spent', 'orders', 'points'] as const
/** As the list in the browser asks. */
const STEP = 200
const PAGE = 50
const TIMES = 9

interface Answer {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
}

/** What a page of 50 costs at the start, in the middle and at the end, in milliseconds as a client sees it. */
export async function pageCosts(url: string, key: string): Promise<string> {
  const headers = { authorization: `Bearer ${key}` }
  const lines: string[] = []
  for (const sort of SORTS) {
    const ask = async (cursor: string | null, limit: number): Promise<Answer> => {
      const query = new URLSearchParams({ sort, limit: String(limit), total: 'none', ...(cursor && { cursor }) })
      const answer = await fetch(`${url}/api/v1/customers?${query}`, { headers })
      if (!answer.ok) throw new Error(await answer.text())
      return (await answer.json()) as Answer
    }
    const cursors: (string | null)[] = [null]
    const walks: number[] = []
    for (let cursor: string | null = null; ; ) {
      const begun = performance.now()
      const { nextCursor }: Answer = await ask(cursor, STEP)
      walks.push(performance.now() - begun)
      if (nextCursor === null) break
      cursor = nextCursor
      cursors.push(cursor)
    }
    const places = [0, Math.floor(cursors.length / 2), cursors.length - 1]
    const costs = []
    for (const place of places) {
      const times: number[] = []
      for (let time = 0; time < TIMES; time++) {
        const begun = performance.now()
        await ask(cursors[place]!, PAGE)
        times.push(performance.now() - begun)
      }
      costs.push(median(times).toFixed(1))
    }
    lines.push(`| ${[sort, ...costs, median(walks).toFixed(1), Math.max(...walks).toFixed(0)].join(' | ')} |`)
  }
  const head = '| ordered by | first page of 50, ms | in the middle | the last | a page of 200, median | most |'
  return `${head}\n| --- | ---: | ---: | ---: | ---: | ---: |\n${lines.join('\n')}`
}

export const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
