import { describe, expect, test } from 'vitest'
import { hoursInWords } from './in-words.ts'
import { openNow } from './open-now.ts'
import { Schedule } from './schedule.ts'

const DAY = [{ opens: '08:00', closes: '22:00' }]
const LATE = [{ opens: '16:00', closes: '01:00' }]
const WEEK = Schedule.parse({ sat: DAY, sun: DAY, mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: LATE })
const at = (moment: string, schedule = WEEK, timeZone = 'Asia/Muscat') => {
  const { isOpen, changesAt } = openNow(schedule, timeZone, new Date(moment))
  return [isOpen, changesAt?.toISOString() ?? null]
}

describe('a business', () => {
  test('is open from the first minute to, not including, the last, where it is', () => {
    // A Monday in Muscat, four hours ahead.
    expect(at('2026-11-30T03:59:59Z')).toEqual([false, '2026-11-30T04:00:00.000Z'])
    expect(at('2026-11-30T04:00:00Z')).toEqual([true, '2026-11-30T18:00:00.000Z'])
    expect(at('2026-11-30T18:00:00Z')).toEqual([false, '2026-12-01T04:00:00.000Z'])
  })

  test('that closes after midnight is open on the next day too', () => {
    // Friday until one o'clock on Saturday.
    expect(at('2026-12-04T20:30:00Z')).toEqual([true, '2026-12-04T21:00:00.000Z'])
    expect(at('2026-12-04T21:00:00Z')).toEqual([false, '2026-12-05T04:00:00.000Z'])
  })

  test('is closed on its closed days, and opens after them', () => {
    const closed = { ...WEEK, closedOn: ['2026-11-30', '2026-12-01'] }
    expect(at('2026-11-30T10:00:00Z', closed)).toEqual([false, '2026-12-02T04:00:00.000Z'])
    // What began on the day before lasts to its end.
    expect(at('2026-12-04T20:30:00Z', { ...WEEK, closedOn: ['2026-12-05'] })).toEqual([
      true,
      '2026-12-04T21:00:00.000Z',
    ])
  })

  test('says no closing between spans that meet, and none if it never closes', () => {
    const split = Schedule.parse({
      mon: [
        { opens: '12:00', closes: '20:00' },
        { opens: '08:00', closes: '12:00' },
      ],
    })
    expect(at('2026-11-30T05:00:00Z', split)).toEqual([true, '2026-11-30T16:00:00.000Z'])
    const whole = [{ opens: '00:00', closes: '00:00' }]
    const always = Schedule.parse({
      mon: whole,
      tue: whole,
      wed: whole,
      thu: whole,
      fri: whole,
      sat: whole,
      sun: whole,
    })
    expect(at('2026-11-30T05:00:00Z', always)).toEqual([true, null])
    expect(at('2026-11-30T05:00:00Z', Schedule.parse({}))).toEqual([false, null])
  })

  test('keeps its hours when the clock is changed', () => {
    // Berlin sets its clock forward in the night to Sunday, and back in October.
    expect(at('2026-03-29T05:00:00Z', WEEK, 'Europe/Berlin')).toEqual([false, '2026-03-29T06:00:00.000Z'])
    expect(at('2026-10-25T06:00:00Z', WEEK, 'Europe/Berlin')).toEqual([false, '2026-10-25T07:00:00.000Z'])
  })
})

describe('its week in words', () => {
  test('names neighbours with the same hours once, the longest row of them first', () => {
    const lines = hoursInWords(WEEK, 'en', 'OM').split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^Saturday – Thursday: 8:00.AM – 10:00.PM$/)
    expect(lines[1]).toMatch(/^Friday: 4:00.PM – 1:00.AM$/)
  })

  test('is in the language and the digits of the reader', () => {
    const words = hoursInWords(WEEK, 'ar', 'OM')
    expect(words).toMatch(/^السبت – الخميس: ٨:٠٠/)
    expect(words).not.toMatch(/[0-9]/)
    expect(hoursInWords(WEEK, 'ar', 'MA')).not.toMatch(/[\u0660-\u0669]/)
  })

  test('says which days are closed', () => {
    const office = Schedule.parse({ mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY })
    expect(hoursInWords(office, 'en', 'OM')).toMatch(/^Monday – Friday: .*\nSaturday – Sunday: closed$/)
    expect(hoursInWords(Schedule.parse({}), 'ar', 'OM')).toBe('كل يوم: مغلق')
  })
})
