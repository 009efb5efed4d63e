// Through the city's proxy to what lies outside, by Node's own means.

import { setGlobalProxyFromEnv } from 'node:http'
import type { OutgoingProxy } from '../../config/proxy.ts'

/** Has everything that is fetched in this process go through the proxy: mail over HTTP, the identity provider, D1. */
export function leaveThrough(proxy: OutgoingProxy | undefined): void {
  if (proxy) setGlobalProxyFromEnv(proxyEnv(proxy))
}

/** For an agent of our own. Node takes a name alone for itself, with a dot for what stands below it. */
export function proxyEnv({ url, except }: OutgoingProxy): {
  HTTPS_PROXY: string
  NO_PROXY: string
} {
  const names = except.flatMap((name) => (name === '*' ? [name] : [name, `.${name}`]))
  return { HTTPS_PROXY: url, NO_PROXY: names.join(',') }
}
