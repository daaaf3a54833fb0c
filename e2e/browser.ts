import { spawn } from 'node:child_process'
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

export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await options())
}

const options = async () => ({ ...(await found()), args: ARGS, headless: true })

/** A browser with a profile on disk that can be killed. */
export async function openBrowserToKill(profile: string) {
  const { executablePath, ...more } = await found()
  const args = [...ARGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(executablePath, args, { ...more, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the browser ended: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  return {
    context: browser.contexts()[0]!,
    /** Like a power failure: no part of it gets to finish anything. */
    async kill() {
      process.kill(-child.pid!, 'SIGKILL')
      await gone
    },
  }
}

/** The machine's browser if it has one, else the one from npm. KITH_E2E_BROWSER=npm insists on the latter. */
async function found(): Promise<{ executablePath: string; env?: NodeJS.ProcessEnv }> {
  const own = process.env['KITH_E2E_BROWSER'] === 'npm' ? undefined : SYSTEM.find((file) => existsSync(file))
  return own ? { executablePath: own } : npmChromium()
}
