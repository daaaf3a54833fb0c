// Builds the scorer of the product with its thread, then links a labelled file. Options: `npm run bench:linkage -- --help`.
import { build } from 'esbuild'

const here = (path) => new URL(path, import.meta.url).pathname
const bundle = (from, to) =>
  build({
    entryPoints: [here(from)],
    outfile: here(`dist/linkage/${to}.mjs`),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
await bundle('src/linkage/main.ts', 'main')
await bundle('../server/src/modules/duplicates/linkage/worker.ts', 'linkage-worker')
await import(here('dist/linkage/main.mjs'))
