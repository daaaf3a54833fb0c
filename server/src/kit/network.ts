import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'
import ipaddr from 'ipaddr.js'

/** As `10.0.0.0/8`, `::1`, `loopback`, `linklocal` or `uniquelocal`. */
export type Networks = readonly string[]

export const isIn = (address: string, networks: Networks): boolean =>
  networks.length > 0 && proxyAddr.compile([...networks])(address, 0)

/** The proxies that may say who called: none, so many in a row, or those of these networks. */
export type TrustedProxies = 'off' | number | Networks

/** With callers that are slow or many. */
export interface Patience {
  /** How long a request may take to arrive. */
  readonly requestSeconds: number
  readonly connections: number
}

/** Whether the address at this place of the row, counted from the socket on, is that of a proxy of ours. */
type Trusts = (address: string, place: number) => boolean

export function trustsOf(proxies: TrustedProxies): Trusts {
  if (proxies === 'off') return () => false
  return typeof proxies === 'number' ? (_, place) => place < proxies : proxyAddr.compile([...proxies])
}

interface Call {
  readonly headers: IncomingHttpHeaders
  readonly socket: { readonly remoteAddress?: string | undefined }
}

/** Read from the right: what stands to the left of the first address that is not a proxy of ours, anybody can have written. */
export const callerAddress = (call: Call, trusts: Trusts): string | undefined =>
  // A call over HTTP/2 has these two as well, and nothing else is looked at.
  proxyAddr(call as IncomingMessage, trusts)

/** A household or a server gets a whole /64 of IPv6: counting single addresses would count nothing. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip
  const address = ipaddr.process(ip)
  if (address instanceof ipaddr.IPv4) return address.toString()
  return address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')
}
