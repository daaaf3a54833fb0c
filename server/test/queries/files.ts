import type { Recorded } from '../../src/db/recorder.ts'
import { sql as auditTables } from '../../src/kit/audit-chain.ts'
import { sql as countedTables } from '../../src/kit/counted.ts'
import { sql as idempotencyTables } from '../../src/kit/idempotency.ts'
import { modules } from '../../src/modules.ts'

/** Where the statements of all modules are, a file for each: written by `npm run queries`, read by reviewers and tests. */
export const FOLDER = 'queries'
const KIT = 'kit'

/** Who owns a table. */
const OWNERS = new Map([
  ...[auditTables, countedTables, idempotencyTables].flatMap(({ classes }) =>
    Object.keys(classes).map((table) => [table, KIT] as const),
  ),
  ...modules.flatMap(({ name, tables }) => Object.keys(tables).map((table) => [table, name] as const)),
])
/** The names of the files there must be. */
export const OWNING = [...new Set(OWNERS.values())]

/** The tables that a statement names, in its order. A name in a comment or in quotes of a value does not count. */
export function tablesIn(text: string): string[] {
  const words = withoutComments(text).match(/\w+/g) ?? []
  return [...new Set(words)].filter((word) => OWNERS.has(word))
}

export const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*.*?\*\//g, ' ').replaceAll(/'(?:[^']|'')*'/g, "''")

/** The module that a statement belongs to; null if it names no table of ours. */
export function ownerOf(text: string): string | null {
  for (const [, word] of withoutComments(text).matchAll(/\b(?:into|update|from|join|using)\s+(?:only\s+)?"?(\w+)/gi)) {
    const owner = OWNERS.get(word!)
    if (owner) return owner
  }
  return null
}

const MARKS = { none: '-- Outside of any tenant:', kith_platform: '-- As kith_platform, over all tenants:' } as const
const CLAUSES =
  /(?<!\b(?:left|inner|cross)) (?=(?:from|where|group by|having|order by|limit|for update|values|set|on conflict|returning|(?:left |inner |cross )?join|union all)\b)/gi

/** A statement begins on a line of its own, each of its clauses too, so that a change of one shows. */
export function written(owner: string, statements: readonly Recorded[]): string {
  const blocks = statements.map(
    ({ as, text }) => `${as === 'tenant' ? '' : `${MARKS[as]}\n`}${text.replaceAll(CLAUSES, '\n  ')};\n`,
  )
  const head = `-- What ${owner} sends, recorded by \`npm run queries\`: values are left out, their places numbered anew.\n`
  return [head, ...blocks.sort()].join('\n')
}

export function read(text: string): Recorded[] {
  return text
    .split(/;\n/)
    .map((block) => block.trim())
    .flatMap((block) => {
      const lines = block.split('\n').filter((line) => line !== '')
      const as = lines.includes(MARKS.none) ? 'none' : lines.includes(MARKS.kith_platform) ? 'kith_platform' : 'tenant'
      const statement = lines.filter((line) => !line.startsWith('-- ')).map((line) => line.trim())
      return statement.length === 0 ? [] : [{ as, text: statement.join(' ') } as const]
    })
}
