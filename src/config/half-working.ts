// Values that are read without complaint and then work by half: each is named with the reason.

import * as z from 'zod'

/** Whether nobody can read along: https, or this machine. */
export const isPrivate = (url: string) =>
  /^(https:|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$))/.test(url)

/** `bare`: links are made of it, so that nothing may follow the host. */
export function addressFault(text: string, kind: 'bare' | 'with-path'): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) return 'expected an address beginning with https://'
  if (!/^https?:\/\/[^/]/.test(text))
    return 'expected https:// in small letters, and a host after it'
  if (url.username || url.password) return 'a name or password in it would stand in every link'
  if (url.search || text.includes('?')) return 'has a query (?), which no link could follow'
  if (url.hash || text.includes('#')) return 'has a part for the browser alone (#)'
  if (/\s/.test(text)) return 'has a blank in it'
  if (kind === 'bare' && url.pathname !== '/') {
    return 'has a path, and Lotse answers at the root of a host name: give it one of its own'
  }
  return null
}

/** Where holes are told: a mailbox, or a page with a form. */
export function contactFault(text: string): string | null {
  if (z.email().safeParse(text).success) return null
  return text.includes('@') || !text.startsWith('https://')
    ? 'expected a mail address, or a page beginning with https://'
    : addressFault(text, 'with-path')
}

/** Tenants of Entra that stand for many: its tokens name another issuer than its metadata. */
const MANY_TENANTS =
  /^https:\/\/login\.microsoftonline\.[a-z]+\/(common|organizations|consumers)(\/|$)/

export function issuerFault(text: string): string | null {
  const fault = addressFault(text, 'with-path')
  if (fault) return fault
  // The provider is asked who somebody is; over plain http anybody on the way could answer.
  if (!isPrivate(text)) return 'expected an address beginning with https://'
  if (text.includes('/.well-known/')) return 'expected the issuer alone, without /.well-known/ …'
  if (MANY_TENANTS.test(text)) return 'names every tenant: put the id of your own in its place'
  return null
}

export function databaseFault(text: string): string | null {
  if (/^d1:[0-9a-f]{32}\/[0-9a-f-]{36}$/.test(text)) return null
  const [, path] = /^file:(.+)$/.exec(text) ?? []
  if (path === undefined) {
    return 'expected a file, such as file:./data/lotse.db, or d1:ACCOUNT/DATABASE'
  }
  if (path.includes(':memory:')) return 'is kept in memory alone, and gone at the next start'
  if (/[?#%]/.test(path))
    return 'has ?, # or % in it, which would be a part of the name of the file'
  if (/^\/\/[^/]/.test(path)) return 'begins with file://HOST: expected file:./… or file:/…'
  return path.endsWith('/') ? 'names a folder: expected a file in it' : null
}

/** One or two keys, as `key add` makes them; whether they fit the database shows later. */
export function dataKeyFault(text: string): string | null {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length > 2) return 'holds more than two keys: key rotate, then take the older ones out'
  const keys = parts.map((part) => (part.includes(':') ? part.split(':', 2) : ['1', part]))
  const isKey = ([name = '', key = '']: string[]) => /^\w{1,16}$/.test(name) && bytesOf(key) === 32
  if (!keys.every(isKey)) return 'is not 32 bytes in base64, as `openssl rand -base64 32` prints'
  return new Set(keys.map(([name]) => name)).size < keys.length
    ? 'holds two keys of the same name: call the new one "2:…"'
    : null
}

function bytesOf(base64: string): number {
  try {
    return Uint8Array.fromBase64(base64).length
  } catch {
    return 0
  }
}

/** A key goes there with each mail, and the link of a notice. */
export function mailFault(text: string): string | null {
  const fault = addressFault(text, 'with-path')
  if (fault) return fault
  return isPrivate(text) ? null : 'expected an address beginning with https://'
}

export function smtpFault(text: string): string | null {
  const [, rest = ''] = /^smtps?:\/\/(.+)$/.exec(text) ?? []
  if (/[/?#]./.test(rest)) {
    return 'has more after the host than a port: write /, ? and # in a password as %2F, %3F, %23'
  }
  const url = rest !== '' && URL.canParse(text) ? new URL(text) : null
  if (!url?.hostname) return 'expected a mail server, such as smtps://user:password@host:465'
  if (Boolean(url.username) !== Boolean(url.password)) return 'has a user or a password, not both'
  if (!isDecodable(url.username) || !isDecodable(url.password)) {
    return 'has a % in user or password that has to be written %25'
  }
  if (url.protocol === 'smtp:' && url.port === '465')
    return 'port 465 takes TLS from the start: smtps://'
  if (url.protocol === 'smtps:' && ['25', '587'].includes(url.port)) {
    return `port ${url.port} begins without TLS and goes on with it: smtp://`
  }
  return null
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
