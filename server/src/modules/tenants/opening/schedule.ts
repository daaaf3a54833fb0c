import { z } from 'zod'
import { CLOCK_TIME_FORM } from '../../../kit/problems.ts'
import { Day, form } from '../../../kit/text.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]
const MOST_SPANS = 3
const MOST_CLOSED_DAYS = 100

const Time = form(/^([01]\d|2[0-3]):[0-5]\d$/, CLOCK_TIME_FORM)

/** Until the next day where it closes no later than it opens; the same time twice is 24 hours. */
const Span = z.strictObject({ opens: Time, closes: Time }).meta({ id: 'OpeningSpan' })
export type Span = z.output<typeof Span>

const OfDay = z.array(Span).max(MOST_SPANS).default([])

/** In the time zone of the business. A weekday without spans is closed. */
export const Schedule = z.strictObject({
  mon: OfDay,
  tue: OfDay,
  wed: OfDay,
  thu: OfDay,
  fri: OfDay,
  sat: OfDay,
  sun: OfDay,
  closedOn: z.array(Day).max(MOST_CLOSED_DAYS).default([]).meta({ description: 'Days without opening, as 2026-12-25' }),
})
export type Schedule = z.output<typeof Schedule>
