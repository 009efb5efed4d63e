// What stands before the pages for everybody: requests that no browser of a person makes are refused at
// once, and where more comes than one address or all together may send, a proof is asked for.

import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import QuickLru from 'quick-lru'
import type { Deps } from '../../deps.ts'
import { createCrowdGate } from '../../flows/conversation/crowd-gate.ts'
import { createProofs } from '../../flows/conversation/proofs.ts'
import { clientAddress } from '../../http/client-address.ts'
import { addressIn } from '../cookie.ts'
import { answer } from '../frame.ts'
import { type Fields, formOf } from '../sent.ts'
import { saidIn, toldPage } from '../told-page.ts'
import { deedOf, isForDanger, languageOf } from './asked.ts'
import { tooManyPage } from './page.ts'

// Four thousand letters of Arabic, each six bytes in a form, and what goes with them.
const LARGEST_FORM = 32 * 1024
const LONGEST_URL = 4096
// One cookie of ours, and those that others left on this host.
const LONGEST_COOKIES = 8192
const METHODS = ['GET', 'HEAD', 'POST']
const PROOF = 'proof'
const REMEMBERED = 10_000

/**
 * Goes before everything of this door but the numbers for danger and what the pages are drawn with. Counts
 * for this process alone; client addresses stay in memory.
 */
export function createCrowdGuard(deps: Deps): MiddlewareHandler {
  const gate = createCrowdGate(deps.clock.now)
  const proofs = createProofs(deps)
  // So that who only looks is met in the language they were last shown.
  const languages = new QuickLru<string, string>({ maxSize: REMEMBERED })
  const readable = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: async (c) => {
      const said = saidIn(deps, shownTo(c), { key: 'crowd.too-much' })
      return await answer(c, deps, toldPage(deps, said, { href: '/' }), 413)
    },
  })

  const shownTo = (c: Context) => languages.get(addressIn(c, deps)?.id ?? '')

  const admit: MiddlewareHandler = async (c, next) => {
    const isPost = c.req.method === 'POST'
    const sent = isPost ? await formOf(c) : {}
    const deed = deedOf(c, sent)
    const seconds = gate.admit(deed, clientAddress(c))
    if (seconds === 0) return await next()
    if (await isForDanger(c, deps, sent)) return await next()
    const proof = isPost ? sent.proof : c.req.query(PROOF)
    if (await proofs.accepts(deed, proof)) return await next()
    const chosen = (await languageOf(c, deps, sent)) ?? shownTo(c)
    return await tooMany(c, { sent, deed, seconds, chosen })
  }

  async function tooMany(
    c: Context,
    { sent, deed, seconds, chosen }: Waiting,
  ): Promise<Response> {
    const isPost = c.req.method === 'POST'
    const fields = isPost ? Object.entries(sent) : [...new URL(c.req.url).searchParams]
    const heard = sent.text === undefined ? undefined : deps.i18n.hear(sent.text)
    const page = await tooManyPage(deps, {
      kept: {
        method: isPost ? 'post' : 'get',
        path: c.req.path,
        fields: fields.filter(([name]) => name !== PROOF),
        isTyped: sent.text !== undefined && sent.text.trim() !== '',
      },
      challenge: JSON.stringify(await proofs.ask(deed)),
      seconds,
      language: chosen ?? heard?.language,
      heard: heard?.kind,
    })
    c.header('Retry-After', String(seconds))
    return await answer(c, deps, page, 429)
  }

  return async (c, next) => {
    if (!METHODS.includes(c.req.method)) return c.body(null, 405, { Allow: METHODS.join(', ') })
    if (c.req.url.length > LONGEST_URL) return c.body(null, 414)
    if ((c.req.header('cookie')?.length ?? 0) > LONGEST_COOKIES) return c.body(null, 431)
    const noteLanguage = async () => {
      await next()
      const language = c.res.headers.get('Content-Language')
      const address = language === null ? undefined : addressIn(c, deps)
      if (language !== null && address) languages.set(address.id, language)
    }
    if (c.req.method !== 'POST') return await admit(c, noteLanguage)
    if (!isForm(c)) return c.body(null, 415)
    // Where the length is said, nothing needs to be read to judge it.
    const said = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
    if (Number(said) <= LARGEST_FORM) return await admit(c, noteLanguage)
    return await readable(c, async () => {
      const answered = await admit(c, noteLanguage)
      if (answered) c.res = answered
    })
  }
}

type Waiting = {
  sent: Fields
  deed: Parameters<ReturnType<typeof createProofs>['ask']>[0]
  seconds: number
  chosen: string | undefined
}

const isForm = (c: Context) =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(
    c.req.header('content-type') ?? '',
  )
