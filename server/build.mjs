// Bundles the server for Node. Our own code only: dependencies stay in node_modules, where `npm audit` sees them.
import { build } from 'esbuild'

export async function buildServer(entry = 'src/cli/main.ts', outfile = 'dist/kith.mjs') {
  const here = (path) => new URL(path, import.meta.url).pathname
  await build({
    entryPoints: [here(entry)],
    outfile: here(outfile),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}
if (process.argv[1] === new URL(import.meta.url).pathname) await buildServer(...process.argv.slice(2))
