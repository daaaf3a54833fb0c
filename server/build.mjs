// Bundles the server for Node. Our own code only: dependencies stay in node_modules, where `npm audit` sees them.
import { build } from 'esbuild'

const SERVER = 'src/cli/main.ts'

export async function buildServer(entry = SERVER, outfile = 'dist/kith.mjs') {
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
  // The thread that compares records; beside the server, which starts it.
  if (entry === SERVER) await buildServer('src/modules/duplicates/linkage/worker.ts', 'dist/linkage-worker.mjs')
}
if (process.argv[1] === new URL(import.meta.url).pathname) await buildServer(...process.argv.slice(2))
