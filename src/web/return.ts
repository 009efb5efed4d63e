// `/return`: back to one's request by code and PIN. Asked for by a form that knows nobody: no cookie before the
// PIN is right, and no row but how often it was tried.

import type { Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { readReferenceCode } from '../domain/appointment/reference-code.ts'
import { say } from '../domain/dialog/text.ts'
import type { Address } from '../domain/people/address.ts'
import { readPin } from '../domain/people/pin.ts'
import { cityLately } from '../flows/city.ts'
import { sealSeen } from '../flows/conversation/carried.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { type CameBack, comeBack } from '../flows/return/come-back.ts'
import { clientNetwork } from '../http/client-address.ts'
import { addressIn, newAddress, remember } from './cookie.ts'
import { answer } from './frame.ts'
import { numbersHtml } from './kept.ts'
import { pageSound } from './page-sound.ts'
import { type Faults, RETURN_PATH, returnMenu, returnPage } from './return-page.ts'

const DAY = 86_400
const LONGEST = 60

/** The page, and what is sent from it. */
export function returnRoutes(app: Hono, deps: Deps, conversation: Conversation): void {
  const isRead = (language: unknown): language is string =>
    deps.i18n.languages.some(({ key }) => key === language)

  async function asked(
    c: Context,
    language: string,
    { code, pin }: { code: string; pin: string },
    faults: Faults,
    status: Status,
  ) {
    const there = addressIn(c, deps)
    const isKnown = there !== undefined && (await conversation.look(there)).of !== 'nobody'
    // Two fields to type in, and somebody may cry for help in either.
    const words = [...(faults.code ? [code] : []), ...(faults.pin ? [pin] : [])]
    const [cry] = words.flatMap((one) => deps.i18n.hear(one) ?? [])
    const numbers = await numbersHtml(deps, language, cry?.kinds, true)
    const above = [
      ...(faults.both ? [faults.both.key] : []),
      ...(isKnown ? ['return.other-request'] : []),
    ]
    const when = faults.until === undefined ? {} : { when: faults.until }
    const heard = await pageSound(deps, language, {
      of: 'return',
      above,
      danger: cry?.kinds,
      ...when,
    })
    const page = returnPage(deps, { language, code, faults, isKnown, numbers, heard })
    return answer(c, deps, page, status)
  }

  app.get(RETURN_PATH, async (c) => {
    const language = c.req.query('lang')
    if (!isRead(language)) return answer(c, deps, await returnMenu(deps))
    return await asked(c, language, { code: '', pin: '' }, {}, 200)
  })

  app.post(RETURN_PATH, async (c) => {
    const { lang, code: typed, pin: digits } = await typedIn(c)
    const language = isRead(lang) ? lang : (deps.i18n.languages[0]?.key ?? 'de')
    const [code, pin] = [readReferenceCode(typed), readPin(digits)]
    if (!code || !pin) {
      const faults = { ...(code ? {} : { code: true }), ...(pin ? {} : { pin: true }) }
      return await asked(c, language, { code: typed, pin: digits }, faults, 422)
    }
    const address = newAddress(deps)
    const network = clientNetwork(c, deps.config)
    const came = await comeBack(deps, { code, pin, network, address })
    if (came.of !== 'in') {
      if (came.of === 'wait') c.header('Retry-After', String(Math.ceil(came.ms / 1000)))
      const faults = whyNot(came, deps.clock.now())
      return await asked(
        c,
        language,
        { code: typed, pin: digits },
        faults,
        came.of === 'wait' ? 429 : 422,
      )
    }
    const { retention } = (await cityLately(deps)).profile
    remember(c, deps, address, retention.contentDays * DAY)
    return c.redirect(await homeOf(deps, conversation, address), 303)
  })
}

type Status = 200 | 422 | 429

const MINUTE = 60_000

/** In whole minutes, the next one: before it nothing is looked at. */
function whyNot(came: Exclude<CameBack, { of: 'in' }>, now: number): Faults {
  if (came.of === 'wrong') return { both: say('return.not-together') }
  const until = Math.ceil((now + came.ms) / MINUTE) * MINUTE
  return { both: say('return.wait', { when: { when: until } }), until }
}

/** What is new, else the appointment, whatever they did last; else where they are. */
async function homeOf(deps: Deps, conversation: Conversation, address: Address): Promise<string> {
  const seen = { place: { at: 'appointment' } } as const
  const looked = await conversation.look(address, seen)
  // What is new comes first there.
  if (looked.of !== 'talk' || looked.hasNews || looked.screen.id !== 'appointment') return '/talk'
  return `/talk?at=${await sealSeen(deps, address, seen)}`
}

async function typedIn(c: Context): Promise<{ lang: string; code: string; pin: string }> {
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  const text = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? value.slice(0, LONGEST) : ''
  }
  return { lang: text('lang'), code: text('code'), pin: text('pin') }
}
