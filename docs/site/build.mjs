// Builds the site of the documentation that a server shows at /docs: our markdown, a style sheet and a search. Nothing from elsewhere.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CONTENTS, INSIDE } from './contents.mjs'
import { page } from './page.mjs'

const site = path.dirname(fileURLToPath(import.meta.url))
const docs = path.dirname(site)
const built = path.join(docs, 'dist')
const COPIED = /\.(png|svg)$/
const OWN = ['site.css', 'site.js']

const pathOf = (name) => (name === 'index' ? '/docs' : `/docs/${name}`)
const titleOf = (markdown) => /^# (.+)$/m.exec(markdown)[1].replace(/`/g, '')

/** Writes every page into the folder. Throws where a link leads nowhere. */
export async function buildDocs(folder) {
  const { render } = await import('./render.mjs')
  const sources = new Map(
    readdirSync(docs, { recursive: true })
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => file.endsWith('.md') && !file.startsWith('dist/'))
      .map((file) => [file.slice(0, -3), readFileSync(path.join(docs, file), 'utf8')]),
  )
  const menu = menuOf(sources)
  const pages = new Map()
  const links = []
  for (const [name, markdown] of sources) {
    const linkTo = (href) => {
      if (/^https?:|^mailto:|^\//.test(href)) return href
      const [file, anchor] = href.split('#')
      const target = file === '' ? `${name}.md` : path.posix.join(path.posix.dirname(name), file)
      const found = target.endsWith('.md') && sources.has(target.slice(0, -3)) ? target.slice(0, -3) : null
      if (found === null && COPIED.test(target) && existsSync(path.join(docs, target))) return `/docs/${target}`
      // A file of the repository, or a folder of it: it must be there, and is on no page.
      if (found === null && !existsSync(path.join(docs, target))) throw new Error(`${name}.md: no ${href}`)
      if (found === null) return null
      links.push({ from: name, to: found, anchor })
      return pathOf(found) + (anchor ? `#${anchor}` : '')
    }
    pages.set(name, render(markdown, linkTo))
  }
  for (const { from, to, anchor } of links) {
    if (anchor && !pages.get(to).headings.some(({ id }) => id === anchor))
      throw new Error(`${from}.md: no ${to}#${anchor}`)
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, { html }] of pages) {
    const file = path.join(folder, `${name}.html`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, page({ title: titleOf(sources.get(name)), path: pathOf(name), menu, html }))
  }
  const search = [...pages].flatMap(([name, { sections }]) =>
    sections.map(({ id, title, text }) => ({
      page: titleOf(sources.get(name)),
      title,
      at: `${pathOf(name)}#${id}`,
      text,
    })),
  )
  writeFileSync(path.join(folder, 'search.json'), JSON.stringify(search))
  for (const file of OWN) copyFileSync(path.join(site, file), path.join(folder, file))
  for (const file of readdirSync(docs, { recursive: true }).filter(
    (one) => COPIED.test(one) && !one.startsWith('dist'),
  )) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    copyFileSync(path.join(docs, file), path.join(folder, file))
  }
}

function menuOf(sources) {
  const decisions = [...sources.keys()].filter((name) => name.startsWith('decisions/')).sort()
  const listed = new Set(CONTENTS.flatMap(([, names]) => names))
  const lost = [...sources.keys()].filter((name) => !listed.has(name) && !name.startsWith('decisions/'))
  if (lost.length > 0) throw new Error(`In no part of the menu: ${lost.join(', ')}`)
  return CONTENTS.map(([group, names]) => {
    const pages = [...names, ...(group === INSIDE ? decisions : [])].map((name) => {
      if (!sources.has(name)) throw new Error(`There is no ${name}.md`)
      return { path: pathOf(name), title: titleOf(sources.get(name)) }
    })
    return [group, group === 'Build on Kith' ? [{ path: '/docs/api', title: 'API reference' }, ...pages] : pages]
  })
}

/** Whether a source is newer than the build. */
export function isStale() {
  const index = path.join(built, 'index.html')
  if (!existsSync(index)) return true
  const time = statSync(index).mtimeMs
  return readdirSync(docs, { recursive: true, withFileTypes: true }).some(
    (entry) =>
      entry.isFile() &&
      !entry.parentPath.startsWith(built) &&
      statSync(path.join(entry.parentPath, entry.name)).mtimeMs > time,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !(process.argv.includes('--if-stale') && !isStale())) {
  const fresh = `${built}.${process.pid}`
  try {
    await buildDocs(fresh)
    rmSync(built, { recursive: true, force: true })
    renameSync(fresh, built)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}
