import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith('.ts') && !/\.(test|harness)\.ts$|\/proto\//.test(name))

/** A comment, at the end of a line or alone. */
const COMMENT = /(^|\s)(\/\/ |\/?\*)/

/** Saves parsing most files: neither a comment nor an import. */
const MAY_CAST = /^(?!\s*(\/\/|\/?\*|import\b)).*\sas (?!const\b)/

/** The casts (`as const` is none) without a comment behind them or on the line before. */
function castsWithoutReason(name: string, text: string): string[] {
  if (!text.split('\n').some((line) => MAY_CAST.test(line))) return []
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest)
  const lines = text.split('\n')
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.end)
      const beside = [lines[line - 1] ?? '', lines[line]!.slice(character)]
      if (!beside.some((one) => COMMENT.test(one))) found.push(`${name}:${line + 1}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

test('a cast says why it is right', () => {
  const all = ['server/src', 'sdk/src'].flatMap(sources)
  expect(all.flatMap((name) => castsWithoutReason(name, readFileSync(name, 'utf8')))).toEqual([])
})

test('a cast without a reason is found', () => {
  const found = (text: string) => castsWithoutReason('planted.ts', text).length
  expect(found('const a = b as string')).toBe(1)
  expect(found('const a = `// no comment` as never')).toBe(1)
  expect(found('const a = b as string // Checked above.')).toBe(0)
  expect(found('// Checked above.\nconst a = b as string')).toBe(0)
  expect(found('const a = [1] as const')).toBe(0)
})
