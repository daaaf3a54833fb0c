/*
 * Opens the screens when there is no network. It keeps the files of the build and the one page around them, and no answer
 * of the API: what is known of people comes from the server or not at all.
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
/** A network that takes longer is as good as none. */
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

/** The one before goes on until its last window is closed: a page must find the files that it was built with. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll(__SHELL__)
  const page = await fetch(new Request(PAGE, { headers: { accept: 'text/html' }, cache: 'no-cache' }))
  if (!page.ok) throw new Error(`page ${page.status}`)
  await cache.put(PAGE, page)
}

/** Also of the window that brought it here, which may lose the network before it is opened again. */
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
