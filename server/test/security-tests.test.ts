import { existsSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const document = readFileSync(new URL('docs/security-tests.md', root), 'utf8')

const AT_THE_TOP = /^(?:(?:e2e|bench|web|docs)\/|[A-Z]+\.md$)/
const IN_THE_SERVER: Readonly<Record<string, string>> = { test: 'server/', kit: 'server/src/', db: 'server/src/' }
/** The target of a path in the document. */
const at = (path: string) =>
  new URL(AT_THE_TOP.test(path) ? path : (IN_THE_SERVER[path.split('/')[0]!] ?? 'server/src/modules/') + path, root)

const NAMED = /(?<![\w./:-])((?:[\w-]+\/)*[\w.-]+\.(?:ts|md)|(?:[\w-]+\/)+)(?![\w.-]*\/)|“([^”]+)”/g

/** Each file that a line names, with the names of tests that follow it. */
function* filesNamed(): Generator<{ path: string; titles: string[] }> {
  for (const line of document.split('\n').filter((one) => /^\| (\d|[a-z`])/.test(one))) {
    let last: { path: string; titles: string[] } | undefined
    for (const [, path, title] of line.matchAll(NAMED)) {
      if (path !== undefined) {
        if (last) yield last
        last = { path, titles: [] }
      } else last?.titles.push(title!)
    }
    if (last) yield last
  }
}

test('each file and each test that the document names is there', () => {
  const missing = [...filesNamed()].flatMap(({ path, titles }) => {
    const file = at(path)
    if (!existsSync(file)) return [path]
    const text = statSync(file).isFile() ? readFileSync(file, 'utf8') : ''
    return titles.filter((title) => !text.includes(title)).map((title) => `${path} “${title}”`)
  })
  expect(missing).toEqual([])
})

test('each requirement of levels 1 and 2 has one answer', () => {
  const requirements = [...document.matchAll(/^\| (\d+\.\d+\.\d+) \| [12] \| [^|]+ \| ([^|]+) \|$/gm)]
  expect(new Set(requirements.map(([, number]) => number)).size).toBe(253)
  const answers = requirements.filter(
    ([, , answer]) => !/\.test\.ts|^not applicable|\*\*open\*\*|(?:\/|\.md|\.ts)(?:[ ,;)]|$)|`npm run/.test(answer!),
  )
  expect(answers.map(([, number]) => number)).toEqual([])
})
