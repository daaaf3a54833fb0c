import { createReadStream } from 'node:fs'

/** The rows of a file with a heading: commas, semicolons or tabs, with or without quotes. */
export async function eachRow(file: string, visit: (row: (column: string) => string) => void): Promise<number> {
  let places: Map<string, number> | undefined
  let cells: string[] = []
  let count = 0
  const read = (column: string) => (cells[places!.get(column) ?? -1] ?? '').trim()
  for await (const row of rowsOf(file)) {
    if (!places) places = new Map(row.map((name, n) => [name.trim().replace(/^\ufeff/, ''), n]))
    else {
      cells = row
      visit(read)
      count++
    }
  }
  return count
}

async function* rowsOf(file: string): AsyncGenerator<string[]> {
  let [rest, separator] = ['', '']
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const text: string = rest + chunk
    const endOfLine = linesIn(text)
    let from = 0
    for (let end = endOfLine(from); end >= 0; end = endOfLine(from)) {
      const line = text.slice(from, end).replace(/\r$/, '')
      separator ||= [',', ';', '\t'].sort((a, b) => line.split(b).length - line.split(a).length)[0]!
      if (line !== '') yield cellsOf(line, separator)
      from = end + 1
    }
    rest = text.slice(from)
  }
  if (rest !== '') yield cellsOf(rest, separator || ',')
}

/** A line ends outside of quotes; where the next one is, is looked up once. */
function linesIn(text: string): (from: number) => number {
  let quote = text.indexOf('"')
  return (from) => {
    const end = text.indexOf('\n', from)
    if (quote >= 0 && quote < from) quote = text.indexOf('"', from)
    if (end < 0 || quote < 0 || quote > end) return end
    let quoted = false
    for (let at = quote; at < text.length; at++) {
      if (text[at] === '"') quoted = !quoted
      else if (text[at] === '\n' && !quoted) return at
    }
    return -1
  }
}

function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator)
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (let n = 0; n < line.length; n++) {
    const letter = line[n]!
    if (letter === '"' && quoted && line[n + 1] === '"') cell += line[n++]
    else if (letter === '"') quoted = !quoted
    else if (letter === separator && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  return [...cells, cell]
}
