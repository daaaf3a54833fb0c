import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../file/workbook.ts'
import { guessEncoding, guessFormat, guessSeparator, type Layout } from './layout.ts'
import { readTable } from './table.ts'

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(bytes: Buffer, layout: Partial<Layout> = {}, size = 7) {
  const whole = { format: 'csv', encoding: 'utf-8', separator: ',', ...layout } as const
  const { names, rows } = await readTable(inPieces(bytes, size), whole)
  const found = []
  for await (const row of rows) found.push(row)
  return { names, rows: found }
}

const TEXT = 'الاسم,الهاتف\nعائشة البلوشي,96890123456\nمحمد الحارثي,96899887766\n'

describe('the encoding is found', () => {
  test.each(['utf-8', 'windows-1256', 'utf-16le', 'utf-16be', 'iso-8859-6'] as const)(
    'of Arabic in %s',
    async (name) => {
      const bytes = iconv.encode(TEXT, name)
      const encoding = guessEncoding(bytes)
      expect((await read(bytes, { encoding })).rows[0]!.cells).toEqual(['عائشة البلوشي', '96890123456'])
    },
  )

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'by its mark, which is no part of the first column, in %s',
    async (name) => {
      const bytes = iconv.encode('name,phone\nÉmile,1\n', name, { addBOM: true })
      const { names, rows } = await read(bytes, { encoding: guessEncoding(bytes) })
      expect([names, rows[0]!.cells[0]]).toEqual([['name', 'phone'], 'Émile'])
    },
  )

  test('of Western text that is no UTF-8', () => {
    const bytes = iconv.encode('name\nJosé Peña\nMaría Núñez\nRené\nZoë\nAndré\n', 'windows-1252')
    expect(guessEncoding(bytes)).toBe('windows-1252')
  })
})

test('the separator is the one that every line has as often', () => {
  expect(guessSeparator('a;b;c\n"x;y";1,5;z\nk;l;m\n')).toBe(';')
  expect(guessSeparator('a\tb\n1, 2\t3\n')).toBe('\t')
  expect(guessSeparator('name\nonly, one\n')).toBe(',')
})

test('rows keep the numbers of a spreadsheet, through quotes, line breaks in cells and empty lines', async () => {
  const { names, rows } = await read(Buffer.from('a,b,\n"x\ny","say ""hi"""\n\n1,2\n'))
  expect(names).toEqual(['a', 'b'])
  expect(rows.filter(({ cells }) => cells.some(Boolean))).toEqual([
    { row: 2, cells: ['x\ny', 'say "hi"'] },
    { row: 4, cells: ['1', '2'] },
  ])
})

test('JSON lines are a table of the keys of the first objects; a broken line is a row of its own', async () => {
  const lines = ['{"name":"Aisha","address":{"city":"Muscat"}}', '{oops', '{"name":"Salim","points":3}']
  const { names, rows } = await read(Buffer.from(lines.join('\n')), { format: 'ndjson' })
  expect(names).toEqual(['name', 'address.city', 'points'])
  expect(rows).toEqual([
    { row: 1, cells: ['Aisha', 'Muscat', ''] },
    { row: 2, cells: [], broken: true },
    { row: 3, cells: ['Salim', '', '3'] },
  ])
})

test('cards of an address book are rows, folded and quoted lines too', async () => {
  const cards = [
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Al Balushi;Aisha;;;\r\nFN:Aisha Al Balushi\r\nitem1.TEL;TYPE=CELL:+968 9012 3456',
    'EMAIL:aisha@example\r\n .com\r\nORG:Oud House;Sales\r\nNOTE:Likes oud\\, calls late\r\nEND:VCARD',
    'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D8=B3=D8=A7=\r\n=D9=84=D9=85\r\nTEL;CELL:99887766\r\nEND:VCARD\r\n',
  ]
  const { names, rows } = await read(Buffer.from(cards.join('\r\n')), { format: 'vcard' })
  const of = (row: number) =>
    Object.fromEntries(names.map((name, at) => [name, rows[row]!.cells[at]]).filter(([, cell]) => cell))
  expect(of(0)).toEqual({
    FN: 'Aisha Al Balushi',
    'Given name': 'Aisha',
    'Family name': 'Al Balushi',
    TEL: '+968 9012 3456',
    EMAIL: 'aisha@example.com',
    ORG: 'Oud House, Sales',
    NOTE: 'Likes oud, calls late',
  })
  expect(of(1)).toEqual({ FN: 'سالم', TEL: '99887766' })
})

test('of a line without an end the beginning is kept, and the card goes on', async () => {
  const card = `BEGIN:VCARD\nFN:Aisha\nPHOTO:${'x'.repeat(1_000_000)}\nNOTE:${'y'.repeat(1_000_000)}\nTEL:90123456\nEND:VCARD\n`
  const { names, rows } = await read(Buffer.from(card), { format: 'vcard' }, 65_536)
  const of = (name: string) => rows[0]!.cells[names.indexOf(name)]!
  expect([of('FN'), of('TEL')]).toEqual(['Aisha', '90123456'])
  expect(of('NOTE').length).toBeLessThan(400_000)
})

describe('a workbook', () => {
  const workbook = (sheet: string, shared = '') =>
    Buffer.from(
      zipSync({
        '[Content_Types].xml': strToU8(
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        ),
        'xl/workbook.xml': strToU8(
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
        'xl/worksheets/sheet1.xml': strToU8(sheet),
        'xl/sharedStrings.xml': strToU8(
          `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${shared}</t></si></sst>`,
        ),
      }),
    )
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`

  test('is recognised by its content and becomes CSV', async () => {
    const rows = [
      `<row r="1">${cell('A1', 'name')}${cell('B1', 'phone')}</row>`,
      `<row r="2">${cell('A2', 'عائشة, B')}<c r="B2"><v>96890123456</v></c></row>`,
    ]
    const bytes = workbook(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    )
    expect(guessFormat('people.csv', bytes)).toBe('xlsx')
    const csv: Buffer[] = []
    for await (const chunk of csvOf(inPieces(bytes, 1_000), bytes.length)) csv.push(chunk)
    expect((await read(Buffer.concat(csv))).rows[0]!.cells).toEqual(['عائشة, B', '96890123456'])
  })

  test.each([
    ['says that it inflates to two gigabytes', () => inflating(workbook(sheetOf(cell('A1', 'name'))))],
    ['has a cell that no spreadsheet has', () => workbook(sheetOf(cell('A1', 'x'.repeat(40_000))))],
    [
      'names one long text in thousands of cells',
      () => workbook(sheetOf(...Array.from({ length: 2_000 }, (_, n) => named(`A${n + 1}`))), 'x'.repeat(30_000)),
    ],
  ])('that %s is refused, and the next one is read', async (_, make) => {
    const bytes = make()
    await expect(drain(bytes)).rejects.toMatchObject({ kind: { code: 'import.workbook_too_large' } })
    await drain(workbook(sheetOf(cell('A1', 'name'))))
  })

  const named = (at: string) => `<c r="${at}" t="s"><v>0</v></c>`
  const sheetOf = (...cells: readonly string[]) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells.map((one, n) => `<row r="${n + 1}">${one}</row>`).join('')}</sheetData></worksheet>`
  /** The last entry of the directory of the archive says so. */
  function inflating(bytes: Buffer): Buffer {
    bytes.writeUInt32LE(0x7f00_0000, bytes.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24)
    return bytes
  }
  const drain = async (bytes: Buffer, size = bytes.length) => {
    for await (const _ of csvOf(inPieces(bytes, 1_000), size));
  }

  test('that is none, or is larger than a thread may hold, is refused in words', async () => {
    await expect(drain(Buffer.from('PK\u0003\u0004 nothing'))).rejects.toMatchObject({
      kind: { code: 'import.file_unreadable' },
    })
    await expect(drain(Buffer.from('PK'), 30_000_000)).rejects.toMatchObject({
      kind: { code: 'import.workbook_too_large' },
    })
  })
})
