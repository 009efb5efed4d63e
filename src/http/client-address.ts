// Where a request comes from, for counting tries and for the audit.

import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'

const OWN_NETWORK = ['loopback', 'private', 'uniqueLocal', 'linkLocal']

type NodeBindings = { incoming?: { socket?: { remoteAddress?: string } } }

/**
 * The client's address, an IPv6 one as its network. A header is believed only where the request
 * comes from a proxy on our own network (its last entry, which that proxy added) or from a Worker's
 * own edge; anybody else could write into it what they like.
 */
export function clientAddress(c: Context): string {
  const bindings: NodeBindings | undefined = c.env
  const remote = bindings?.incoming?.socket?.remoteAddress
  if (remote === undefined) return network(c.req.header('cf-connecting-ip') ?? 'unknown')
  const isProxy = ipaddr.isValid(remote) && OWN_NETWORK.includes(ipaddr.process(remote).range())
  if (!isProxy) return network(remote)
  return network(c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || remote)
}

/** One household or office has a whole /64, so its addresses count as one. */
function network(text: string): string {
  if (!ipaddr.isValid(text)) return text.slice(0, 64)
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv4) return address.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64`
}
