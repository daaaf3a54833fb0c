// Makes the package @kith/kith: the built server, screens and documentation with their exact dependencies. `node package.mjs FOLDER` puts it there.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const here = import.meta.dirname
const to = path.resolve(process.argv[2] ?? here)
const TAKEN = [
  'server/bin',
  'server/dist/kith.mjs',
  'server/dist/kith.mjs.map',
  'server/dist/linkage-worker.mjs',
  'server/dist/linkage-worker.mjs.map',
  'server/migrations',
  'web/dist',
  'docs/dist',
  'deploy',
  'openapi.json',
  'asyncapi.json',
  'LICENSE',
  'CHANGELOG.md',
]

const read = (file) => JSON.parse(readFileSync(path.join(here, file), 'utf8'))
const { version, description, license, engines, overrides } = read('package.json')
const { dependencies, optionalDependencies } = read('server/package.json')

const staged = mkdtempSync(path.join(tmpdir(), 'kith-package-'))
try {
  for (const name of TAKEN) {
    if (!existsSync(path.join(here, name))) throw new Error(`${name} is missing: npm run build`)
    cpSync(path.join(here, name), path.join(staged, name), { recursive: true })
  }
  const manifest = {
    ...{ name: '@kith/kith', version, description, license, engines, type: 'module' },
    bin: { kith: 'server/bin/kith.mjs' },
    ...{ dependencies, optionalDependencies },
    peerDependencies: { '@sentry/node': '>=9' },
    peerDependenciesMeta: { '@sentry/node': { optional: true } },
    overrides,
    publishConfig: { access: 'public' },
  }
  writeFileSync(path.join(staged, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(path.join(staged, 'README.md'), README())
  mkdirSync(to, { recursive: true })
  const options = { cwd: staged, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
  const [made] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', to], options))
  process.stdout.write(`${path.join(to, made.filename)}\n`)
} finally {
  rmSync(staged, { recursive: true, force: true })
}

function README() {
  return `# Kith

${description}. PostgreSQL comes with it.

    npm install @kith/kith
    npx --no kith start

The name \`kith\` alone is another package: \`npx --no\` runs only what is installed. The start prints where the documentation is (\`/docs\`).
Data is in \`.kith\` of the folder that it was installed into, or where KITH_DATA says. \`deploy/\` has a Dockerfile, a compose file, a systemd unit and an example for Kubernetes.
`
}
