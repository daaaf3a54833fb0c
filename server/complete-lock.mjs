// npm leaves out of the lock file the packages for other platforms that the registry at hand does not have, and then
// `npm ci` refuses the lock file. This names them all, so that it installs the same everywhere, and asks the registry for
// the hash of each one that has none. Run after `npm install`.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const CPU = { eabi: 'arm', gnueabihf: 'arm', musleabihf: 'arm' }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
for (const { dev, optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`
    if (lock.packages[place] || !/^\d/.test(version)) continue
    const words = name.split('/').at(-1).split('-')
    const os = words.find((word) => OS.includes(word))
    if (!os) throw new Error(`${name} is missing from the lock file and names no platform`)
    const at = words[words.indexOf(os) + 1]
    lock.packages[place] = {
      version,
      cpu: [CPU[at] ?? at],
      ...(dev && { dev }),
      optional: true,
      os: [os],
      ...libc(words),
    }
  }
}
for (const [place, entry] of Object.entries(lock.packages)) {
  if (!place.includes('node_modules/') || entry.link || entry.integrity) continue
  const asked = `${entry.name ?? place.split('node_modules/').at(-1)}@${entry.version}`
  const integrity = integrityOf(asked)
  if (integrity) entry.integrity = integrity
  else {
    process.exitCode = 1
    process.stdout.write(`${asked}: the registry tells no hash\n`)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)

function integrityOf(asked) {
  const { stdout } = spawnSync('npm', ['view', asked, 'dist.integrity', '--json'], { encoding: 'utf8' })
  const integrity = JSON.parse(stdout || 'null')
  return /^sha512-/.test(integrity) ? integrity : null
}

function libc(words) {
  if (words.some((word) => word.startsWith('musl'))) return { libc: ['musl'] }
  return words.some((word) => word.startsWith('gnu')) ? { libc: ['glibc'] } : {}
}
