import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'
import ipaddr from 'ipaddr.js'

/** As `10.0.0.0/8`, `::1`, `loopback`, `linklocal` or `uniquelocal`. */
export type Networks = readonly string[]

export const isIn = (address: string, networks: Networks): boolean =>
  networks.length > 0 && proxyAddr.compile([...networks])(address, 0)

/** The trusted proxies: none, a number of hops, or those of these networks. */
export type TrustedProxies = 'off' | number | Networks

/** Limits for slow or many callers. */
export interface Patience {
  /** How long a request may take to arrive. */
  readonly requestSeconds: number
  readonly connections: number
}

/** Whether the address at this position, counted from the socket, is a trusted proxy. */
type Trusts = (address: string, place: number) => boolean

export function trustsOf(proxies: TrustedProxies): Trusts {
  if (proxies === 'off') return () => false
  return typeof proxies === 'number' ? (_, place) => place < proxies : proxyAddr.compile([...proxies])
}

interface Call {
  readonly headers: IncomingHttpHeaders
  readonly socket: { readonly remoteAddress?: string | undefined }
}

/** Read from the right: everything left of the first untrusted address can be forged. */
export const callerAddress = (call: Call, trusts: Trusts): string | undefined =>
  // An HTTP/2 call has these two as well, and nothing else is used.
  proxyAddr(call as IncomingMessage, trusts)

/** A household or a server has a whole /64 of IPv6: counting single addresses would be useless. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip
  const address = ipaddr.process(ip)
  if (address instanceof ipaddr.IPv4) return address.toString()
  return address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')
}
