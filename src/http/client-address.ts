// Where a request comes from, for counting tries and for the audit.

import type { Context } from 'hono'

const OWN_NETWORK = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80:)/i

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
  if (!OWN_NETWORK.test(remote.replace(/^::ffff:/i, ''))) return network(remote)
  return network(c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || remote)
}

/** One household or office has a whole /64, so its addresses count as one. */
function network(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (v4 || !address.includes(':')) return v4 ?? address.slice(0, 64)
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`.slice(0, 64)
}
