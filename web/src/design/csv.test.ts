import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a table is written so that a spreadsheet reads it and runs nothing', () => {
  const rows = [
    ['=1+1', '5'],
    ['A "b", c', '-3'],
  ] as const
  expect(csvOf({ columns: ['Name', 'Count'], rows })).toBe(`Name,Count\r\n'=1+1,5\r\n"A ""b"", c",-3`)
})
