import type { Config } from '../../config.ts'

interface Asked {
  readonly remoteAddress: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

const NAME_OF_THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const LOOPBACK = /^(localhost|::1|(::ffff:)?127(\.\d{1,3}){3})$/
const SIGNS_OF_A_PROXY = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

export const comesByProxy = (headers: Asked['headers']) => SIGNS_OF_A_PROXY.some((name) => headers[name] !== undefined)

export const isLoopback = (address: string) => LOOPBACK.test(address)

/** Whether, by its settings, only the person at this machine reaches this server. */
export const isForOnePerson = ({ HOST, KITH_TRUST_PROXY, KITH_PUBLIC_URL }: Config): boolean =>
  isLoopback(HOST) &&
  KITH_TRUST_PROXY === 'off' &&
  (KITH_PUBLIC_URL === undefined || NAME_OF_THIS_MACHINE.test(new URL(KITH_PUBLIC_URL).host))

/**
 * Whether the person at this very machine asks, from a page of this very server. A foreign name in Host is DNS
 * rebinding; another site says so in Sec-Fetch-Site or Origin; a proxy would make the whole network look like us.
 */
export function isOwnBrowser({ remoteAddress = '', headers }: Asked): boolean {
  const { host, origin, 'sec-fetch-site': site } = headers
  return (
    isLoopback(remoteAddress) &&
    NAME_OF_THIS_MACHINE.test(String(host)) &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none') &&
    !comesByProxy(headers)
  )
}
