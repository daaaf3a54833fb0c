import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { npmChromium } from './npm-chromium.ts'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser of the machine when it has one, else the one that npm brought. KITH_E2E_BROWSER=npm insists on the latter. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['KITH_E2E_BROWSER'] === 'npm' ? undefined : SYSTEM.find((file) => existsSync(file))
  const found = own ? { executablePath: own } : await npmChromium()
  return chromium.launch({ ...found, args: ARGS, headless: true })
}
