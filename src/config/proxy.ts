// The proxy through which a city lets its machines out, and what is reached without it.

import { addressFault } from './half-working.ts'

/** `except`: hosts that are reached straight, each with what stands below it; `*` is every one. */
export type OutgoingProxy = { url: string; except: readonly string[] }

/** A proxy may ask for a name and a password; nothing but its host and port follows. */
export function proxyFault(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:\/\/[^/]/.test(text)) {
    return 'expected the address of a proxy, such as http://proxy.example:3128'
  }
  if (Boolean(url.username) !== Boolean(url.password)) return 'has a user or a password, not both'
  url.username = ''
  url.password = ''
  return addressFault(url.href, 'with-path') ?? (url.pathname === '/' ? null : 'has a path')
}

/** Read by Node without complaint and then never met: networks, since names are what is asked for. */
export function exceptFault(text: string): string | null {
  const names = namesIn(text)
  if (names.some((name) => name.includes('/'))) {
    return 'names a network or an address with a path: expected hosts, such as .stadt.example,10.1.2.3'
  }
  return names.every((name) => name === '*' || /^[a-z0-9:[\].-]+$/.test(name))
    ? null
    : 'expected hosts with commas, such as .stadt.example,10.1.2.3'
}

/** What NO_PROXY names: `stadt.example`, `.stadt.example` and `*.stadt.example` are the same here. */
function namesIn(text: string): string[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase())
  return names.filter((name) => name !== '').map((name) => name.replace(/^\*?\./, ''))
}

// A machine reaches itself without asking anybody.
const ITSELF = ['localhost', '127.0.0.1', '::1', '[::1]']

/** The way out as the settings have it; nothing where there is no proxy. */
export function proxyOf(given: {
  HTTPS_PROXY?: string | undefined
  NO_PROXY?: string | undefined
}): OutgoingProxy | undefined {
  if (!given.HTTPS_PROXY) return undefined
  return { url: given.HTTPS_PROXY, except: [...ITSELF, ...namesIn(given.NO_PROXY ?? '')] }
}

/** Whether an address is reached through the proxy: https alone, plain http stays in our own network. */
export function goesThrough(
  proxy: OutgoingProxy | undefined,
  address: string,
): proxy is OutgoingProxy {
  const { protocol, hostname } = new URL(address)
  if (!proxy || protocol !== 'https:') return false
  return !proxy.except.some(
    (name) => name === '*' || hostname === name || hostname.endsWith(`.${name}`),
  )
}
