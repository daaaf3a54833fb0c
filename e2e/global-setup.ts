import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../server/src/config.ts'
import { makeDemo } from '../server/src/demo/make.ts'
import { openKith } from '../server/src/kith.ts'
import { jobs } from '../server/src/main.ts'
import { addOwner } from '../server/src/modules/accounts/index.ts'
import { buildWhatIsStale } from '../server/test/build.ts'
import { PATIENCE_MS } from '../server/test/patience.ts'
import { openBrowser } from './browser.ts'
import { startKith } from './kith.ts'

declare module 'vitest' {
  interface ProvidedContext {
    journeys: { url: string; startUrl: string; folder: string; maker: string }
  }
}

/** One server for all journeys; each file has a business and a browser of its own. */
export default async function setup(project: TestProject) {
  buildWhatIsStale()
  const kith = await startKith()
  const maker = await openMaker(kith)
  await showOnePage(kith.url)
  project.provide('journeys', {
    url: kith.url,
    startUrl: kith.startUrl,
    folder: kith.folder,
    maker: maker.url,
  })
  return async () => {
    await maker.stop()
    await kith.stop()
  }
}

/** Creates businesses beside the running server, like a command, without a process for each; also answers its log. */
async function openMaker({ url, folder, log }: Awaited<ReturnType<typeof startKith>>) {
  const beside = await openKith(readConfig({ KITH_DATA: folder, LOG_LEVEL: 'silent' }), jobs)
  async function make(request: IncomingMessage) {
    const { people } = JSON.parse(await text(request)) as { people: number }
    const slug = `journey-${randomUUID().slice(0, 8)}`
    const made = await makeDemo(beside.db, slug, people)
    const owner = { email: `owner@${slug}.example`, password: randomUUID(), name: 'Maryam Al Balushi' }
    await addOwner({ ...beside.db, bcryptCost: 4 }, made.tenant, owner)
    // The server finds a business that another process created a moment later.
    const isKnown = async () => (await fetch(`${url}/api/v1/business`, { headers: { 'x-kith-tenant': slug } })).ok
    while (!(await isKnown()));
    return { tenant: { id: made.tenant, slug }, apiKey: made.apiKey }
  }
  const server = createServer((request, response) => {
    const answer =
      request.method === 'GET' ? Promise.resolve(log()) : make(request).then((made) => JSON.stringify(made))
    answer.then(
      (body) => response.end(body),
      (error) => response.writeHead(500).end(String(error)),
    )
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await beside.close()
    },
  }
}

/** The first page of a browser and of a server takes longest, and would be counted against a journey. */
async function showOnePage(url: string): Promise<void> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(`${url}/till`)
  await page.locator('main').waitFor()
  await browser.close()
}
