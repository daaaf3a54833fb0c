import { z } from 'zod'
import { At } from '../../../kit/text.ts'

/** Of all that is kept by days. */
const DAYS_LEAST = 30
const DAYS_MOST = 36_500
/** Time to notice that another person shortened it. */
export const SHORTENS_AFTER_DAYS = 30

export const KeepDays = z
  .int()
  .min(DAYS_LEAST)
  .max(DAYS_MOST)
  .nullable()
  .meta({ example: 180, description: 'For how many days; null for as many as is usual' })

export const KeptDays = z
  .object({
    keepDays: KeepDays,
    usualDays: z.int().meta({ description: 'What null stands for' }),
    daysNow: z.int().meta({ description: 'What counts now' }),
    startsAt: At.nullable().meta({ description: 'When a shorter time takes effect' }),
  })
  .meta({ id: 'KeptDays' })
