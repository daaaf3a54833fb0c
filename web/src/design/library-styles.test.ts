import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const CORE = path.resolve('node_modules/@mantine/core')
const USERS = [
  'web/src',
  ...['notifications', 'spotlight', 'charts'].map((name) => `node_modules/@mantine/${name}/esm`),
]
const ALWAYS = ['baseline', 'default-css-variables', 'global']

test('the styles of the library are those of the parts in use, in its own order', () => {
  const loaded = [...read('web/src/design/library-styles.ts').matchAll(/@mantine\/core\/styles\/([\w-]+)\.css/g)].map(
    ([, name]) => name!,
  )
  const inUse = new Set([...ALWAYS, ...stylesOf(partsInUse())])
  expect(inUse.size).toBeGreaterThan(40)
  expect([...inUse].filter((name) => !loaded.includes(name))).toEqual([])
  expect(loaded).toEqual(inOrder(loaded))
})

function partsInUse(): Set<string> {
  const imports = /import\s+\{([^}]*)\}\s+from ['"]@mantine\/core['"]/g
  const files = USERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|mjs)$/.test(file))
      .map((file) => path.join(folder, file)),
  )
  const names = files.flatMap((file) => [...read(file).matchAll(imports)].flatMap(([, list]) => list!.split(',')))
  return new Set(names.map((name) => name.trim().split(' as ')[0]!))
}

/** By the library's own imports: a Select brings a Combobox, that a Popover. */
function stylesOf(parts: Set<string>): Set<string> {
  const styles = new Set<string>()
  const seen = new Set<string>()
  const look = (file: string) => {
    if (seen.has(file) || !existsSync(file)) return
    seen.add(file)
    if (file.endsWith('.module.mjs')) styles.add(path.basename(file, '.module.mjs'))
    else for (const [, from] of read(file).matchAll(/from "(\.[^"]+)"/g)) look(path.resolve(path.dirname(file), from!))
  }
  for (const [, names, from] of read(`${CORE}/esm/index.mjs`).matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)) {
    if (names!.split(',').some((name) => parts.has(name.trim().split(' as ').at(-1)!)))
      look(path.join(CORE, 'esm', from!))
  }
  return styles
}

function inOrder(names: readonly string[]): string[] {
  const all = read(`${CORE}/styles.css`)
  const place = (name: string) => all.indexOf(read(`${CORE}/styles/${name}.css`).trim().slice(0, 60))
  return names.toSorted((a, b) => place(a) - place(b))
}

const read = (file: string) => readFileSync(file, 'utf8')
