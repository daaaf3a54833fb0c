import { detect } from 'chardet'

export const FORMATS = ['csv', 'ndjson', 'vcard', 'xlsx'] as const
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252', 'iso-8859-6'] as const
export const SEPARATORS = [',', ';', '\t', '|'] as const

/** How the bytes of a file are read. */
export interface Layout {
  readonly format: (typeof FORMATS)[number]
  readonly encoding: (typeof ENCODINGS)[number]
  readonly separator: (typeof SEPARATORS)[number]
}

export function guessFormat(fileName: string, head: Buffer): Layout['format'] {
  if (head.subarray(0, 4).equals(ZIP)) return 'xlsx'
  const text = head.toString('latin1').trimStart()
  if (/^(?:\u00ef\u00bb\u00bf)?BEGIN:VCARD/i.test(text)) return 'vcard'
  return /\.(ndjson|jsonl)$/i.test(fileName) || /^(?:\u00ef\u00bb\u00bf)?\{/.test(text) ? 'ndjson' : 'csv'
}
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')

/** By the mark at the beginning, by what is valid, and only then by how often letters occur. */
export function guessEncoding(head: Buffer): Layout['encoding'] {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const wide = wideIn(head)
  if (wide) return wide
  if (isUtf8(head)) return 'utf-8'
  const likely = detect(head)?.toLowerCase()
  if (likely === 'iso-8859-6') return 'iso-8859-6'
  // In the Gulf a file that is not UTF-8 came from an Arabic Windows, unless it is plainly Western.
  return likely === 'windows-1252' || likely === 'iso-8859-1' ? westernOrArabic(head) : 'windows-1256'
}

/** Every second byte is zero in Latin text, and 06 in Arabic. */
function wideIn(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(head.length, 4_096) / 2)
  let [even, odd] = [0, 0]
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) even += 1
    if (head[2 * pair + 1] === 0) odd += 1
  }
  if (odd > pairs / 4) return 'utf-16le'
  return even > pairs / 4 ? 'utf-16be' : null
}

function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** An Arabic word is a run of letters above 7f; Western words have one now and then. */
const westernOrArabic = (head: Buffer) =>
  /[\u00c0-\u00ff]{3}/.test(head.toString('latin1')) ? 'windows-1256' : 'windows-1252'

const LINES_LOOKED_AT = 20

/** The one that is as often in every line as in the first, and often. */
export function guessSeparator(text: string): Layout['separator'] {
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter(Boolean)
    .slice(0, LINES_LOOKED_AT)
  const scores = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => outsideQuotes(line).split(separator).length - 1)
    const same = counts.filter((count) => count === counts[0]).length
    return { separator, score: (counts[0] ?? 0) > 0 ? same * 100 + counts[0]! : 0 }
  })
  return scores.sort((one, other) => other.score - one.score)[0]!.separator
}

const outsideQuotes = (line: string) => line.replaceAll(/"(?:[^"]|"")*"/g, '')
