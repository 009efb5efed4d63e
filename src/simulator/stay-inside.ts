// Nothing in a demo leads outside: the chat is the simulated phone's, and whatever else would leave says where to.

import type { Hono } from 'hono'

/** Where Lotse is reached in this demo: by these names, at this port. */
const OWN_HOSTS = ['localhost', '127.0.0.1', '[::1]']

type Fetch = Hono['fetch']

/**
 * The address to which one of a page leads in a demo: `t.me` into the phone, our own by its path, everything else to
 * a page that names it. `port` is the demo's own.
 */
export function insideOf(address: string, port: number): string {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return address
  if (OWN_HOSTS.includes(url.hostname) && url.port === String(port)) {
    // With two slashes it would be a host again.
    return `/${url.pathname.replace(/^\/+/, '')}${url.search}${url.hash}`
  }
  const start = url.hostname === 't.me' ? url.searchParams.get('start') : null
  if (url.hostname === 't.me' && !url.searchParams.has('startgroup')) {
    return start === null ? '/simulator' : `/simulator?start=${encodeURIComponent(start)}`
  }
  return `${OUTSIDE}?to=${encodeURIComponent(address)}`
}

/** The page that says where something would lead. */
export const OUTSIDE = '/demo/outside'

/** What answers, with no way out in its pages and redirects. */
export function stayInside(fetch: Fetch, port: number): Fetch {
  return async (request, ...rest) => {
    const answer = await fetch(request, ...rest)
    const to = answer.headers.get('location')
    if (to && URL.canParse(to)) answer.headers.set('location', insideOf(to, port))
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer
    const text = await answer.text()
    const headers = new Headers(answer.headers)
    headers.delete('content-length')
    const { status } = answer
    return new Response(
      text.replace(LINK, (_, name, href) => `${name}"${inside(href)}"`),
      {
        status,
        headers,
      },
    )

    function inside(href: string): string {
      return escaped(insideOf(href.replaceAll('&amp;', '&'), port))
    }
  }
}

const LINK = /\b(href=|action=|src=)"(https?:[^"]+)"/g

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
