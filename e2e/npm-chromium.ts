import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-fs'

const CHUNK = 1 << 21

/** The browser from npm, for machines without one. Unpacked once per version, by the first process. */
export async function npmChromium(cache = path.resolve('node_modules/.cache/chromium')) {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const home = entry.replace(/(@sparticuz[\\/]chromium)[\\/].*$/, '$1')
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(cache, version)
  if (!existsSync(folder)) await unpack(path.join(home, 'bin'), cache, folder)
  const libraries = [process.env['LD_LIBRARY_PATH'], path.join(folder, 'al2023/lib')].filter(Boolean).join(':')
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(folder, 'fonts/fonts.conf') },
  }
}

async function unpack(packed: string, cache: string, folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(path.join(cache, 'fresh-'))
  const open = (name: string) =>
    [createReadStream(path.join(packed, name)), createBrotliDecompress({ chunkSize: CHUNK })] as const
  await Promise.all([
    pipeline(...open('chromium.br'), createWriteStream(path.join(fresh, 'chromium'), { mode: 0o755 })),
    pipeline(...open('fonts.tar.br'), extract(path.join(fresh, 'fonts'))),
    pipeline(...open('swiftshader.tar.br'), extract(fresh)),
    pipeline(...open('al2023.tar.br'), extract(path.join(fresh, 'al2023'))),
  ])
  writeFileSync(path.join(fresh, 'fonts/fonts.conf'), fontsIn(path.join(folder, 'fonts')))
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** The package's own file names are folders of a cloud. */
const fontsIn = (folder: string) =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`
