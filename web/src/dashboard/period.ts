const DAY_MS = 86_400_000

export const SPANS = ['7', '30', '90'] as const
export type Span = (typeof SPANS)[number]

export interface Period {
  readonly from: string
  readonly to: string
}

/** The last days including today, in the time zone of the business. */
export function lastDays(span: Span, timeZone: string): Period {
  const to = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())
  const from = new Date(Date.parse(to) - (Number(span) - 1) * DAY_MS).toISOString().slice(0, 10)
  return { from, to }
}

/** The period of the URL, as far as it is valid. */
export function readPeriod(search: Record<string, unknown>): Partial<Period> {
  const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined)
  const [from, to] = [day(search.from), day(search.to)]
  return from && to ? { from, to } : {}
}

/** As many days as the period has, just before it. */
export function before({ from, to }: Period): Period {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  const back = (day: string) => new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)
  return { from: back(from), to: back(to) }
}
