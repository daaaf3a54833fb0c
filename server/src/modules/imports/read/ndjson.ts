import { FileUnreadable } from '../refusals.ts'
import { LONGEST_ROW, MOST_COLUMNS, type Row, type Table } from './row.ts'

/** The columns are the keys of the first objects. */
const LOOKED_AT = 200

type Line = { readonly row: number; readonly found: ReadonlyMap<string, string> | null }

export async function readLines(text: AsyncIterable<string>): Promise<Table> {
  const lines = objectsIn(text)
  const head: Line[] = []
  while (head.length < LOOKED_AT) {
    const { value, done } = await lines.next()
    if (done) break
    head.push(value)
  }
  const names = [...new Set(head.flatMap(({ found }) => [...(found?.keys() ?? [])]))]
  if (names.length === 0 || names.length > MOST_COLUMNS) throw FileUnreadable()
  async function* rows(): AsyncGenerator<Row> {
    for (const line of head) yield toRow(line, names)
    for await (const line of lines) yield toRow(line, names)
  }
  return { names, rows: rows() }
}

const toRow = ({ row, found }: Line, names: readonly string[]): Row =>
  found === null ? { row, cells: [], broken: true } : { row, cells: names.map((name) => found.get(name) ?? '') }

async function* objectsIn(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let [row, rest] = [0, '']
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    if (rest.length > LONGEST_ROW) throw FileUnreadable()
    for (const line of lines) {
      row += 1
      if (line.trim() !== '') yield { row, found: parsed(line) }
    }
  }
  if (rest.trim() !== '') yield { row: row + 1, found: parsed(rest) }
}

function parsed(line: string): Map<string, string> | null {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const found = new Map<string, string>()
    flatten(value, '', found)
    return found
  } catch {
    return null
  }
}

/** Objects within an object become columns such as `address.city`, two levels deep; lists stay as they are written. */
function flatten(value: object, above: string, found: Map<string, string>): void {
  for (const [key, inner] of Object.entries(value)) {
    const name = above === '' ? key : `${above}.${key}`
    const isDeeper = typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !above.includes('.')
    if (isDeeper) flatten(inner, name, found)
    else if (inner !== null && inner !== undefined)
      found.set(name, typeof inner === 'object' ? JSON.stringify(inner) : String(inner))
  }
}
