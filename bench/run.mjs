// Builds the server and this bench from their sources, then measures. Options: `node bench/run.mjs --help`.
import { build } from 'esbuild'
import { buildServer } from '../server/build.mjs'

const here = (path) => new URL(path, import.meta.url).pathname

await buildServer()
await build({
  entryPoints: ['main', 'floor', 'load', 'hashes', 'sign-in/floor', 'orders/floor', 'loyalty/floor'].map((name) =>
    here(`src/${name}.ts`),
  ),
  outdir: here('dist'),
  outbase: here('src'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  logLevel: 'warning',
})
process.setSourceMapsEnabled(true)
await import(here('dist/main.mjs'))
