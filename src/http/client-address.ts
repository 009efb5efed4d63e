// Where a request comes from, for counting tries and for the audit. The only place that knows.

import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import { clientBehind, type TrustedProxies } from '../domain/people/proxies.ts'

type NodeBindings = { incoming?: { socket?: { remoteAddress?: string } } }

/**
 * The client's address, an IPv6 one as its network: behind trusted proxies whom they name, and in a Worker what
 * its own edge says, which no client can write.
 */
export function clientAddress(
  c: Context,
  { trustedProxies }: { trustedProxies: TrustedProxies },
): string {
  const bindings: NodeBindings | undefined = c.env
  if (bindings?.incoming === undefined)
    return network(c.req.header('cf-connecting-ip') ?? 'unknown')
  const remote = bindings.incoming.socket?.remoteAddress ?? 'unknown'
  return network(clientBehind(remote, c.req.header('x-forwarded-for'), trustedProxies))
}

/**
 * The network that a client is in, wider than one address: whoever has one address mostly has those beside it, 256 in
 * IPv4 (/24), 65,536 networks in IPv6 (/48).
 */
export function clientNetwork(c: Context, config: { trustedProxies: TrustedProxies }): string {
  const [text = ''] = clientAddress(c, config).split('/')
  if (!ipaddr.isValid(text)) return text
  return ipaddr.parse(text) instanceof ipaddr.IPv4
    ? `${ipaddr.IPv4.networkAddressFromCIDR(`${text}/24`)}/24`
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${text}/48`)}/48`
}

/** One household or office has a whole /64, so its addresses count as one. */
function network(text: string): string {
  if (!ipaddr.isValid(text)) return text.slice(0, 64)
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv4) return address.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64`
}
