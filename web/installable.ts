import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const WORKER = 'service-worker.js'
/** Scripts that no text of ours uses; names in them are shown in fonts of the device. */
const OTHER_ALPHABETS = /-(cyrillic|greek|vietnamese)/
const ICONS = [
  { file: 'kith-192.png', sizes: '192x192', purpose: 'any' },
  { file: 'kith-512.png', sizes: '512x512', purpose: 'any' },
  { file: 'kith-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
]

/** Makes the build an installable app: manifest, icons, and a worker that knows every file of the build. */
export function installable(folder: string): Plugin {
  const icons = ICONS.map(({ file, ...about }) => {
    const source = readFileSync(path.join(folder, file))
    return { ...about, source, fileName: named(file, source) }
  })
  const described = JSON.stringify({
    id: '/till',
    name: 'Kith',
    short_name: 'Kith',
    start_url: '/till',
    scope: '/',
    display: 'standalone',
    background_color: '#f4f6f5',
    theme_color: '#0f6b5d',
    icons: icons.map(({ sizes, purpose, fileName }) => ({ src: `/${fileName}`, type: 'image/png', sizes, purpose })),
  })
  const manifest = named('kith.webmanifest', described)
  return {
    name: 'kith:installable',
    apply: 'build',
    buildStart() {
      for (const { fileName, source } of icons) this.emitFile({ type: 'asset', fileName, source })
      this.emitFile({ type: 'asset', fileName: manifest, source: described })
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: `/${manifest}` } },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: `/${icons[0]!.fileName}` } },
      { tag: 'meta', attrs: { name: 'theme-color', content: '#0f6b5d' } },
    ],
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[WORKER]
        if (worker?.type !== 'chunk') throw new Error(`The build has no ${WORKER}`)
        const shell = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !OTHER_ALPHABETS.test(name))
        const files = JSON.stringify(shell.sort().map((name) => `/${name}`))
        worker.code = worker.code.replace('__SHELL__', files).replace('__VERSION__', JSON.stringify(digest(files)))
      },
    },
  }
}

const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('base64url').slice(0, 8)
const named = (file: string, content: string | Buffer) => {
  const { name, ext } = path.parse(file)
  return `assets/${name}-${digest(content)}${ext}`
}
