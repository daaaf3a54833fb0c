import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The built screens: one page, and files with names that change with their content. */
export interface Pages {
  /** Files below it may be cached forever. */
  readonly assets: string
  /** The one page, which is told what this server offers to this browser. */
  readonly page: (offers: { readonly demo: boolean; readonly inbox: boolean }) => string
  /** What opens the screens when there is no network; null in a build without it. */
  readonly worker: string | null
}

/** Null when the screens were not built; only the API is served then. `inbox`: messages are not sent, and a screen shows them to the person at this machine. */
export function openPages(folder: string, { inbox }: { readonly inbox: boolean }): Pages | null {
  const index = path.join(folder, 'index.html')
  if (!existsSync(index)) return null
  const built = readFileSync(index, 'utf8')
  const worker = path.join(folder, 'service-worker.js')
  return {
    assets: path.join(folder, 'assets'),
    page: (offers) =>
      built.replace('<html', `<html${offers.demo ? ' data-demo' : ''}${inbox && offers.inbox ? ' data-inbox' : ''}`),
    worker: existsSync(worker) ? readFileSync(worker, 'utf8') : null,
  }
}

/** Only what this server sent runs. Styles may be inline: the component library measures and places things. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** It fetches our own files, and does nothing else. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'"

/** What people type by hand, also after `curl`; everywhere else a program gets the API's own answer. */
const DOORS = /^\/(till)?(\?|$)/
export const isDoor = (url: string, accept = '*/*') => DOORS.test(url) && accept.includes('*/*')

/** A browser that opens an address asks for HTML first; a program accepts anything. */
export const wantsPage = (method: string, accept: string | undefined) =>
  (method === 'GET' || method === 'HEAD') && (accept ?? '').split(',')[0]!.startsWith('text/html')
