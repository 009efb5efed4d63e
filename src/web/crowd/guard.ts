// What stands before the pages for everybody: requests that no browser of a person makes are refused at
// once, and where more comes than one address or all together may send, a proof is asked for.

import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import QuickLru from 'quick-lru'
import type { Deps } from '../../deps.ts'
import { LARGEST_VOICE } from '../../domain/voice-message/voice-message.ts'
import { createCrowdGate } from '../../flows/conversation/crowd-gate.ts'
import { createProofs } from '../../flows/conversation/proofs.ts'
import { createSeatGate } from '../../flows/conversation/seat-gate.ts'
import { clientAddress } from '../../http/client-address.ts'
import { addressIn } from '../cookie.ts'
import { VOICE_PATH } from '../field.ts'
import { answer } from '../frame.ts'
import { keptOf } from '../kept.ts'
import type { Sent } from '../sent.ts'
import { saidIn, toldPage } from '../told-page.ts'
import { deedOf, isForDanger, isPost, languageOf, sentIn } from './asked.ts'
import { tooManyPage } from './page.ts'

// Four thousand letters of Arabic, each six bytes in a form, and what goes with them.
const LARGEST_FORM = 32 * 1024
// A voice message a little too large is refused where it was sent from, with what to do.
const LARGEST_UPLOAD = 2 * LARGEST_VOICE
const LONGEST_URL = 4096
// One cookie of ours, and those that others left on this host.
const LONGEST_COOKIES = 8192
const METHODS = ['GET', 'HEAD', 'POST']
const FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i
const PROOF = 'proof'
const REMEMBERED = 10_000

type Asked = ReturnType<typeof deedOf>
type KeptBack = { seconds: number; challenge?: string }

/**
 * Goes before everything of this door but the numbers for danger and what the pages are drawn with. Counts
 * for this process alone; client addresses stay in memory.
 */
export function createCrowdGuard(deps: Deps): MiddlewareHandler {
  const gate = createCrowdGate(deps.clock.now)
  const proofs = createProofs(deps)
  const seats = createSeatGate(deps)
  // So that who only looks is met in the language they were last shown.
  const languages = new QuickLru<string, string>({ maxSize: REMEMBERED })
  const shownTo = (c: Context) => languages.get(addressIn(c, deps)?.id ?? '')

  /** Undefined where a request goes on, else what it has to prove, or the seconds until it may come again. */
  async function keptBack(
    c: Context,
    { deed, about }: Asked,
    sent: Sent,
  ): Promise<KeptBack | undefined> {
    const client = clientAddress(c, deps.config)
    const isSeat = deed === 'book'
    const paced = isSeat && about !== undefined ? await seats.wait(client, about) : 0
    if (paced > 0) return { seconds: paced }
    const seat = isSeat ? seats.proof(client) : { times: 0, seconds: 0 }
    const seconds = Math.max(gate.admit(deed, client, about), seat.seconds)
    const times = Math.max(1, seat.times)
    const goesOn =
      seconds === 0 ||
      (await isForDanger(c, deps, sent)) ||
      (await proofs.accepts(deed, sent[PROOF], times))
    if (!goesOn) return { seconds, challenge: JSON.stringify(await proofs.ask(deed, times)) }
    if (isSeat) seats.note(client, about ?? '')
    return undefined
  }

  async function tooMany(c: Context, sent: Sent, kept: KeptBack): Promise<Response> {
    // The field for a code is one to type in, too.
    const text = sent['text'] ?? sent['code']
    const heard = text === undefined ? undefined : deps.i18n.hear(text)
    const { [PROOF]: _, ...others } = sent
    const page = await tooManyPage(deps, {
      kept: keptOf(c, others),
      ...kept,
      language: (await languageOf(c, deps, sent)) ?? shownTo(c) ?? heard?.language,
      heard: heard?.kinds,
    })
    c.header('Retry-After', String(kept.seconds))
    return await answer(c, deps, page, 429)
  }

  const admit: MiddlewareHandler = async (c, next) => {
    const sent = await sentIn(c)
    const kept = await keptBack(c, deedOf(c, sent), sent)
    if (kept) return await tooMany(c, sent, kept)
    await next()
    const language = c.res.headers.get('Content-Language')
    const address = language === null ? undefined : addressIn(c, deps)
    if (language !== null && address) languages.set(address.id, language)
  }

  const readable = bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => tooLarge(c) })
  const uploadable = bodyLimit({ maxSize: LARGEST_UPLOAD, onError: (c) => tooLarge(c) })

  async function tooLarge(c: Context): Promise<Response> {
    const [key, href] = isVoice(c) ? ['voice.too-large', '/talk'] : ['crowd.too-much', '/']
    const said = saidIn(deps, shownTo(c), { key })
    return await answer(c, deps, await toldPage(deps, said, { href }), 413)
  }

  return async (c, next) => {
    if (!METHODS.includes(c.req.method)) return c.body(null, 405, { Allow: METHODS.join(', ') })
    if (c.req.url.length > LONGEST_URL) return c.body(null, 414)
    if ((c.req.header('cookie')?.length ?? 0) > LONGEST_COOKIES) return c.body(null, 431)
    if (!isPost(c)) return await admit(c, next)
    if (!FORMS.test(c.req.header('content-type') ?? '')) return c.body(null, 415)
    // Where the length is said, nothing needs to be read to judge it.
    const said = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
    if (Number(said) <= LARGEST_FORM) return await admit(c, next)
    const limited = isVoice(c) ? uploadable : readable
    return await limited(c, async () => {
      const answered = await admit(c, next)
      if (answered) c.res = answered
    })
  }
}

// Only who has agreed has a cookie, and only they can send one.
const isVoice = (c: Context) => c.req.path === VOICE_PATH && c.req.header('cookie') !== undefined
