import { LONGEST_ROW, type Row, type Table } from './row.ts'

/** The properties that a card of an address book has, as columns of their own. */
const COLUMNS = ['UID', 'FN', 'Given name', 'Family name', 'NICKNAME', 'TEL', 'EMAIL', 'ORG', 'BDAY', 'NOTE'] as const

/** vCard 2.1 to 4.0: each card is a row, with its first phone and e-mail. */
export async function readCards(text: AsyncIterable<string>): Promise<Table> {
  return { names: COLUMNS, rows: cardsIn(text) }
}

async function* cardsIn(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let row = 1
  let card: Map<string, string> | null = null
  for await (const line of unfolded(text)) {
    const { name, value } = propertyIn(line)
    if (name === 'BEGIN') card = new Map()
    else if (name === 'END' && card) {
      row += 1
      const found: ReadonlyMap<string, string> = card
      yield { row, cells: COLUMNS.map((column) => found.get(column.toUpperCase()) ?? '') }
      card = null
    } else if (card) note(card, name, value)
  }
}

function note(card: Map<string, string>, name: string, value: string): void {
  if (name === 'N') {
    const [family = '', given = ''] = value.split(/(?<!\\);/).map(plain)
    card.set('FAMILY NAME', family)
    card.set('GIVEN NAME', given)
    return
  }
  const text =
    name === 'ORG'
      ? value
          .split(/(?<!\\);/)
          .map(plain)
          .filter(Boolean)
          .join(', ')
      : plain(value)
  if (!card.has(name)) card.set(name, name === 'TEL' ? text.replace(/^tel:/i, '') : text)
}

/** `item1.TEL;TYPE=CELL:+968…`: group and parameters are left out, what is quoted-printable is read. */
function propertyIn(line: string): { readonly name: string; readonly value: string } {
  const colon = line.indexOf(':')
  const [name = '', ...parameters] = line.slice(0, Math.max(0, colon)).split(';')
  const value = line.slice(colon + 1)
  const isQuoted = parameters.some((one) => /^(encoding=)?quoted-printable$/i.test(one))
  return { name: name.replace(/^.*\./, '').toUpperCase(), value: isQuoted ? unquoted(value) : value }
}

const unquoted = (value: string) =>
  Buffer.from(
    value.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

const plain = (value: string) =>
  value.replaceAll(/\\([nN,;\\:])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign)).trim()

/** A line that begins with a space goes on from the one before; one that ends with `=` in old cards does, too. */
async function* unfolded(text: AsyncIterable<string>): AsyncGenerator<string> {
  let [rest, held] = ['', '']
  const complete = function* (lines: readonly string[]) {
    for (const line of lines) {
      if (/^[ \t]/.test(line) && held.length < LONGEST_ROW) held += line.slice(1)
      else if (/quoted-printable/i.test(held) && held.endsWith('=') && held.length < LONGEST_ROW)
        held = held.slice(0, -1) + line
      else {
        if (held !== '') yield held
        held = line
      }
    }
  }
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    // Of a line without an end, such as a photo, the beginning is enough.
    rest = lines.pop()!.slice(0, LONGEST_ROW)
    yield* complete(lines)
  }
  yield* complete([rest, ''])
}
