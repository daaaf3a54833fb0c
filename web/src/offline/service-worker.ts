/*
 * Opens the screens without network. It caches the files of the build and their page, and no response
 * of the API: personal data comes from the server or not at all.
 */
declare const __SHELL__: readonly string[]
declare const __VERSION__: string

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Extendable {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

const FAMILY = 'kith-shell-'
const CACHE = FAMILY + __VERSION__
const PAGE = '/'
/** A slower network counts as none. */
const PATIENCE_MS = 4_000

addEventListener('install', (event) => (event as Extendable).waitUntil(keepShell()))
addEventListener('activate', (event) => (event as Extendable).waitUntil(takeOver()))
addEventListener('fetch', (event) => {
  const { request } = event as Fetching
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') (event as Fetching).respondWith(pageFor(request))
  else if (pathname.startsWith('/assets/')) (event as Fetching).respondWith(assetFor(request))
})

/** The former worker goes on until its last window is closed: a page needs the files of its own build. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll(__SHELL__)
  const page = await fetch(new Request(PAGE, { headers: { accept: 'text/html' }, cache: 'no-cache' }))
  if (!page.ok) throw new Error(`page ${page.status}`)
  await cache.put(PAGE, page)
}

/** Also for the window that installed it, which may go offline before it is opened again. */
async function takeOver(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(FAMILY) && name !== CACHE).map((name) => caches.delete(name)),
  )
  await (globalThis as unknown as { clients: { claim(): Promise<void> } }).clients.claim()
}

async function pageFor(request: Request): Promise<Response> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS))
  try {
    return await Promise.race([fetch(request), late])
  } catch {
    const kept = await caches.match(PAGE, { ignoreVary: true })
    return kept ?? Response.error()
  }
}

const assetFor = async (request: Request) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request)

export {}
