// Browsers behind one client address, and what stands on the page for too many.

import type { Challenge } from 'altcha-lib'
import { createBrowser } from '../../bench/fuzz/browser.ts'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'
import type { Requests } from './engine.ts'

export const SHELTER = '198.51.100.7'
export const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

/** Sends a request from an address. */
export async function sendFrom(
  app: Requests,
  address: string,
  path: string,
  init: RequestInit = {},
) {
  const response = await app.request(path, init, from(address))
  return { response, status: response.status, text: await response.text() }
}

/** A browser behind an address. */
export const browserAt = (app: Requests, address: string) =>
  createBrowser(async (request) => {
    const { pathname, search } = new URL(request.url)
    const { method } = request
    const body = method === 'POST' ? await request.text() : null
    const headers = Object.fromEntries(request.headers)
    return await app.request(pathname + search, { method, headers, body }, from(address))
  })

/**
 * Somebody new behind an address walks to the first time that is offered them and books it: what the press came to, and
 * the same press again with a proof.
 */
export async function booksBehind(app: Requests, address: string, district: RegExp) {
  const browser = browserAt(app, address)
  const consent = encodeTap({ do: 'lobby', language: 'ckb', page: 'consent' }, false)
  await browser.go('GET', `/?t=${consent}`)
  let again = async (_proof?: string) => ({ status: 0, text: '' })
  let answered = await again()
  const way = [/~ag~/, /~urgent~no/, /~topics~housing/, district, /~spoken~/, /~tm~/, /~bo~/]
  for (const code of way) {
    const { codes, form: page, action } = browser.shown()
    const t = codes.find((one) => code.test(one))
    if (t === undefined) return { answered, again, isOffered: false }
    again = async (proof = '') => {
      const body = new URLSearchParams({ form: page, t, proof }).toString()
      const all = await browser.go('POST', code.source === '~ag~' ? '/' : action, body)
      return all.at(-1) ?? answered
    }
    answered = await again()
  }
  return { answered, again, isOffered: true }
}

/** A form that is sent. */
export const form = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost' },
  body: new URLSearchParams(fields).toString(),
})

/** The form of who agrees. */
export const agrees = (language: string) => form({ t: encodeTap({ do: 'agree', language }, false) })

/** The form of who types on the page of the consent. */
export const types = (text: string, language = 'de') =>
  form({ text, from: encodeTap({ do: 'lobby', language, page: 'consent' }, false) })

/** What the page asks to be worked out. */
export const challengeIn = (text: string): Challenge =>
  JSON.parse((/data-challenge="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"'))

/** What the page keeps of the request. */
export const fieldsIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [
        name,
        value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ],
    ),
  )
