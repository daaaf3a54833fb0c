// npm leaves out of the lock file the packages for other platforms that the registry at hand does not have, and then
// `npm ci` refuses the lock file. This names them all, so that it installs the same everywhere. Run after `npm install`.
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
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)

function libc(words) {
  if (words.some((word) => word.startsWith('musl'))) return { libc: ['musl'] }
  return words.some((word) => word.startsWith('gnu')) ? { libc: ['glibc'] } : {}
}
