import { describe, expect, test } from 'vitest'
import { momentOf, numericLocale, wallOf } from '../../language/zone.ts'
import { addDays, addMonths, weeksOf, within } from './calendar.ts'
import { typedDay } from './typed-day.ts'
import { typedTime } from './typed-time.ts'

describe('a month', () => {
  test('begins its weeks where people of the place do, and leaves other months out', () => {
    const weeks = weeksOf('2026-11-29', 0)
    expect(weeks[0]).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
      '2026-11-04',
      '2026-11-05',
      '2026-11-06',
      '2026-11-07',
    ])
    expect(weeks).toHaveLength(5)
    expect(weeksOf('2026-11-29', 6)[0]!.slice(0, 2)).toEqual([null, '2026-11-01'])
    expect(weeks.flat().filter(Boolean)).toHaveLength(30)
  })

  test('is left for the same day of the next, or its last', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(within('2026-12-31', undefined, '2026-11-29')).toBe('2026-11-29')
  })
})

describe('a clock on the wall', () => {
  test('is that of the business, not of the browser', () => {
    const moment = Date.parse('2026-11-29T21:30:00Z')
    expect(wallOf(moment, 'Asia/Muscat')).toEqual({ day: '2026-11-30', time: '01:30' })
    expect(momentOf({ day: '2026-11-30', time: '01:30' }, 'Asia/Muscat')).toBe(moment)
  })

  test('leads back to its moment on the days when it is changed', () => {
    for (const at of ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-10-25T02:30:00Z', '2026-07-01T12:00:00Z']) {
      const moment = Date.parse(at)
      expect(momentOf(wallOf(moment, 'Europe/Berlin'), 'Europe/Berlin')).toBe(moment)
    }
  })
})

test.each([
  ['21:30', '21:30'],
  ['2130', '21:30'],
  ['9:30 PM', '21:30'],
  ['9:30\u202fpm', '21:30'],
  ['9pm', '21:00'],
  ['12:05 am', '00:05'],
  ['٩:٣٠ م', '21:30'],
  ['\u200f٧:٠٠ ص', '07:00'],
  ['7', '07:00'],
  ['24:00', null],
  ['13 pm', null],
  ['9:3', null],
  ['', null],
])('%s is the time %s', (typed, time) => {
  expect(typedTime(typed)).toBe(time)
})

test.each([
  ['1958-10-23', '1958-10-23'],
  ['23/10/1958', '1958-10-23'],
  ['3.4.1990', '1990-04-03'],
  ['٢٣/١٠/١٩٥٨', '1958-10-23'],
  ['\u0662\u0663\u200f/\u0661\u0660\u200f/\u0661\u0669\u0665\u0668', '1958-10-23'],
  ['23101958', '1958-10-23'],
  ['٠٣٠٤١٩٩٠', '1990-04-03'],
  ['19581023', '1958-10-23'],
  ['20011112', '2001-11-12'],
  ['31041990', null],
  ['2310195', null],
  ['29/02/2023', null],
  ['31/04/2024', null],
  ['10/23/1958', null],
  ['23/10/58', null],
  ['23 October', null],
  ['', null],
])('%s is the day %s in Oman', (typed, day) => {
  expect(typedDay(typed, 'en-OM')).toBe(day)
})

test('a day that is typed as it is written there is read again, wherever the month is first', () => {
  expect(typedDay('10/23/1958', 'en-US')).toBe('1958-10-23')
  for (const locale of ['en-OM', 'en-US', 'ar-OM', 'ar-MA', 'ar-EG']) {
    const options = { day: '2-digit', month: '2-digit', year: 'numeric' } as const
    const format = new Intl.DateTimeFormat(numericLocale(locale), { calendar: 'gregory', timeZone: 'UTC', ...options })
    expect(typedDay(format.format(new Date('1958-10-23')), locale), locale).toBe('1958-10-23')
  }
})
