import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDocs } from '../../docs/site/build.mjs'
import { startHttp } from '../src/main.ts'
import { aWorld, type World } from './harness.ts'

let world: World
const folder = mkdtempSync(path.join(tmpdir(), 'kith-docs-'))
beforeAll(async () => {
  world = await aWorld()
  // Every link leads somewhere, or it throws.
  await buildDocs(folder)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await world.close()
})
const built = (name: string) => readFileSync(path.join(folder, name), 'utf8')

describe('the documentation', () => {
  test('has a page for everyone who works with it, and every page in its menu', () => {
    const index = built('index.html')
    for (const page of [
      'getting-started',
      'concepts',
      'guarantees',
      'guide-till',
      'guide-back-office',
      'guide-developer',
      'guide-privacy-officer',
      'guide-operator',
      'events',
      'testing',
      'telemetry',
    ])
      expect(index).toContain(`href="/docs/${page}"`)
    expect(index).toContain('href="/docs/api"')
  })

  test('can be searched by word, down to the section', () => {
    const sections = JSON.parse(built('search.json')) as { page: string; at: string; text: string }[]
    const found = sections.filter(({ text }) => /Retry-After/.test(text)).map(({ at }) => at)
    expect(found).toContain('/docs/webhooks#what-you-can-rely-on')
  })

  test('names nothing from elsewhere: no script, style, font or picture', () => {
    for (const page of ['index.html', 'concepts.html', 'operations.html']) {
      expect(built(page)).not.toMatch(/(src|href)="(https?:)?\/\/[^"]+\.(js|css|woff2?|png|svg)"/)
      expect(built(page)).not.toMatch(/<script(?![^>]*src="\/docs\/site\.js")|style="|onclick=/)
    }
  })
})

describe('a server', () => {
  test('shows it at /docs, with a policy that lets nothing else in, and the reference of the API beside it', async () => {
    const page = await fetch(`${world.url}/docs`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>Kith')
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; /,
    )
    for (const [where, type] of [
      ['/docs/webhooks', 'text/html'],
      ['/docs/site.css', 'text/css'],
      ['/docs/site.js', 'text/javascript'],
      ['/docs/search.json', 'application/json'],
      ['/docs/pictures/person.svg', 'image/svg+xml'],
      ['/docs/decisions/0001-pg-boss-for-jobs', 'text/html'],
      ['/docs/api', 'text/html'],
    ] as const) {
      const { status, headers } = await fetch(world.url + where)
      expect([where, status, headers.get('content-type')?.split(';')[0]]).toEqual([where, 200, type])
    }
    const slash = await fetch(`${world.url}/docs/`, { redirect: 'manual' })
    expect([slash.status, slash.headers.get('location')]).toEqual([302, '/docs'])
    for (const nowhere of ['/docs/none', '/docs/..%2fpackage.json', '/docs/site/build.mjs'])
      expect([nowhere, (await fetch(world.url + nowhere)).status]).toEqual([nowhere, 404])
  })

  test('shows nothing of it where that is off', async () => {
    const there = await startHttp({ ...world.kith, config: { ...world.kith.config, KITH_REFERENCE: 'off' } })
    for (const where of ['/docs', '/docs/webhooks', '/docs/api'])
      expect((await fetch(there.url + where)).status).toBe(404)
    await there.stop()
  })
})
