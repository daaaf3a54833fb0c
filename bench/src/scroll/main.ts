import { writeFileSync } from 'node:fs'
import { openBrowser } from '../../../e2e/browser.ts'
import { gatherFacts, heading } from '../facts.ts'
import { fill } from '../fill.ts'
import { ownerOf, type Place, stopped } from '../place.ts'
import { kith, startKith } from '../processes.ts'
import { say } from '../say.ts'
import { pageCosts } from './pages.ts'
import { scrollThrough } from './screen.ts'

/** The list of customers in a real browser, from one end to the other, and what the server pays for it. */
export async function benchScroll(place: Place): Promise<number> {
  const { options, data } = place
  const server = stopped(place, await startKith(data, options.profile))
  const owner = await ownerOf(place)
  const filled = await fill(data, owner, options.customers, 1)
  const facts = await gatherFacts(owner, filled)
  const args = ['key', 'create', '--tenant', filled.tenant, '--name', 'bench', '--role', 'owner', '--per-minute', '0']
  const { apiKey } = await kith<{ apiKey: string }>(data, ...args)
  process.stdout.write(`${heading(facts, { server: 0, database: 0 }).split('\n').slice(0, 4).join('\n')}\n\n`)
  if (options.only.has('pages')) {
    say('pages, by every order …')
    process.stdout.write(`${await pageCosts(server.url, apiKey)}\n\n`)
  }
  if (!options.only.has('screen')) return 0
  say('the list in a browser …')
  const browser = await openBrowser()
  place.close(() => browser.close())
  const figures = await scrollThrough(browser, server.url)
  const rows = figures.map(([what, value]) => `| ${what} | ${value} |`)
  process.stdout.write(`| | |\n| --- | --- |\n${rows.join('\n')}\n`)
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ ...facts, figures }, null, 2)}\n`)
  return 0
}
