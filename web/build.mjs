// Builds the screens beside what is there and then takes its place, so that a server that starts meanwhile finds a whole build.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const here = path.dirname(fileURLToPath(import.meta.url))
const built = path.join(here, 'dist')
const SOURCES = ['src', 'icons', 'index.html', 'vite.config.ts', 'installable.ts', 'package.json', '../sdk/src']
const WORTH_COMPRESSING = /\.(js|css|svg)$/

async function buildWeb() {
  const { build } = await import('vite')
  const fresh = `${built}.${process.pid}`
  try {
    await build({ root: here, logLevel: 'warn', build: { outDir: fresh, emptyOutDir: true } })
    compress(path.join(fresh, 'assets'))
    takePlace(fresh)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** By two renames: whoever removed the old build in its place would remove files of another that takes it meanwhile. */
function takePlace(fresh) {
  const old = `${fresh}.old`
  try {
    if (existsSync(built)) renameSync(built, old)
    renameSync(fresh, built)
  } catch (error) {
    // Another build came first; it is of the same sources.
    if (!existsSync(built)) throw error
  } finally {
    rmSync(old, { recursive: true, force: true })
  }
}

/** Whether a source is newer than the build. Where there are no sources there is nothing to build. */
export function isStale() {
  if (!existsSync(path.join(here, 'src'))) return false
  const page = path.join(built, 'index.html')
  if (!existsSync(page)) return true
  const time = statSync(page).mtimeMs
  return SOURCES.flatMap(filesIn).some((file) => statSync(file).mtimeMs > time)
}

function filesIn(name) {
  const place = path.join(here, name)
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

function compress(folder) {
  for (const name of readdirSync(folder).filter((name) => WORTH_COMPRESSING.test(name))) {
    const file = path.join(folder, name)
    const content = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    writeFileSync(`${file}.gz`, gzipSync(content))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !(process.argv.includes('--if-stale') && !isStale())) {
  // Whoever starts us may be in another mode; the screens are always the ones for use.
  process.env.NODE_ENV = 'production'
  await buildWeb()
}
