// Builds the package: one file of JavaScript, and its declarations. The workspace itself uses the sources.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))
const DECLARED = ['index', 'client', 'refusal', 'shapes', 'types', 'api']

/** File by file, without checking types: that is `npm run types`. */
function declaration(file) {
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext }
  const { outputText } = ts.transpileDeclaration(readFileSync(file, 'utf8'), { fileName: file, compilerOptions })
  return outputText.replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.js'")
}

rmSync(here('dist'), { recursive: true, force: true })
mkdirSync(here('dist'))
await build({
  entryPoints: [here('src/index.ts')],
  outfile: here('dist/index.js'),
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  logLevel: 'warning',
})
for (const name of DECLARED) writeFileSync(here(`dist/${name}.d.ts`), declaration(here(`src/${name}.ts`)))
copyFileSync(here('../LICENSE'), here('dist/LICENSE'))
