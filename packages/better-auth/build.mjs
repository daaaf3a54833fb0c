// Builds the package: one file of JavaScript, and its declarations. The workspace itself uses the sources.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))

rmSync(here('dist'), { recursive: true, force: true })
mkdirSync(here('dist'))
await build({
  entryPoints: [here('src/index.ts')],
  outfile: here('dist/index.js'),
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  packages: 'external',
  logLevel: 'warning',
})
// With types: those of the plugin follow from what it returns, so that a session knows its `customerId`.
const files = [here('src/index.ts')]
const options = {
  declaration: true,
  emitDeclarationOnly: true,
  outDir: here('dist'),
  rootDir: here('src'),
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  customConditions: ['kith-source'],
  strict: true,
  skipLibCheck: true,
  types: ['node'],
}
const host = ts.createCompilerHost(options)
host.writeFile = (file, text) => {
  if (file.startsWith(here('dist'))) writeFileSync(file, text.replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.js'"))
}
const { emitSkipped } = ts.createProgram(files, options, host).emit()
if (emitSkipped) throw new Error('No declarations were written')
copyFileSync(here('../../LICENSE'), here('dist/LICENSE'))
