// Which proxies stand before Lotse and are believed when they say for whom they ask.

import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** Networks, each an address and the length of its prefix. */
export type TrustedProxies = readonly (readonly [Address, number])[]

/** This machine: a proxy that runs beside Lotse. */
const LOOPBACK = ['127.0.0.0/8', '::1/128']

const NAMES: Readonly<Record<string, readonly string[]>> = {
  none: [],
  loopback: LOOPBACK,
  private: [...LOOPBACK, '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'],
}

/**
 * Reads `none`, `loopback`, `private`, or addresses and networks with commas, such as
 * `loopback,203.0.113.4,2001:db8::/64`; `null` for anything else.
 */
export function readTrustedProxies(text: string): TrustedProxies | null {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length > 1 && parts.includes('none')) return null
  const read = parts.flatMap((part) => NAMES[part] ?? [part]).map(networkOf)
  const networks = read.filter((one) => one !== null)
  return networks.length === read.length ? networks : null
}

/**
 * Who asks: `remote` is at the other end of the connection, `forwarded` the `X-Forwarded-For` that came. Read
 * from its end, where the nearest proxy wrote, as far as those who wrote are trusted; the rest anybody could
 * have written.
 */
export function clientBehind(
  remote: string,
  forwarded: string | undefined,
  proxies: TrustedProxies,
): string {
  const named = (forwarded ?? '').split(',').map((one) => one.trim())
  let nearest = remote
  while (isTrusted(nearest, proxies)) {
    const before = named.pop()
    if (!before) break
    nearest = before
  }
  return nearest
}

/** An IPv4 address written as IPv6 is the same. */
function isTrusted(text: string, proxies: TrustedProxies): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  return proxies.some(
    ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
  )
}

function networkOf(text: string): readonly [Address, number] | null {
  // Only written in full: "10.1" would be 10.0.0.1.
  const [address = '', bits] = text.split('/')
  const isWhole = ipaddr.IPv6.isValid(address) || ipaddr.IPv4.isValidFourPartDecimal(address)
  if (!isWhole) return null
  if (bits !== undefined) return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : null
  const one = ipaddr.process(address)
  return [one, one.kind() === 'ipv4' ? 32 : 128]
}
