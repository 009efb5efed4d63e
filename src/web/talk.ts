// `/talk`: the talk of a person who has agreed. A press is sent, answered by leading to a page, and that
// page is asked for: so going back, reloading and two windows show what they showed.

import type { Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Input } from '../domain/dialog/reduce.ts'
import { decodeTap } from '../domain/dialog/tap-code.ts'
import type { Address } from '../domain/people/address.ts'
import { inputIdOf, openFile, openForm, openSeen, sealSeen } from '../flows/conversation/carried.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { addressIn, forget } from './cookie.ts'
import { download } from './files.ts'
import { answer } from './frame.ts'
import { typedByNobody } from './lobby.ts'
import { formOf } from './sent.ts'
import { sheetPage } from './sheet.ts'
import { taken } from './taken.ts'
import { isKiosk, ledToPage, talkPage } from './talk-page.ts'

const ofWhom = (of: string | undefined) => (of === undefined ? {} : { of })

const OLD = { notice: { key: 'notice.older-button' } }

/** The talk, the files beside it and the sheet to print. */
export function talkRoutes(app: Hono, deps: Deps, conversation: Conversation): void {
  app.get('/talk', async (c) => {
    const address = addressIn(c, deps)
    if (!address) return c.redirect('/', 302)
    const at = c.req.query('at')
    const seen = at ? await openSeen(deps, address, at) : undefined
    const looked = await conversation.look(address, seen, { isKiosk: isKiosk(c) })
    if (looked.of === 'nobody') return gone(c, deps)
    return await talkPage(c, deps, address, looked)
  })

  app.post('/talk', async (c) => {
    const address = addressIn(c, deps)
    const { t = '', text, form: sealed = '' } = await formOf(c)
    const form = address && (await openForm(deps, address, sealed))
    // Made up, another's or very old: as an old button in a chat. A cry for help is heard from wherever it comes.
    if (!form) return await old(c, deps, conversation, { address, text })
    const pressed = text === undefined ? decodeTap(t) : undefined
    const input: Input =
      text !== undefined
        ? { kind: 'text', text }
        : pressed
          ? { kind: 'tap', tap: pressed.tap }
          : { kind: 'unknown-button' }
    const incoming = {
      address,
      id: await inputIdOf(form, text === undefined ? `t ${t}` : `text ${text}`),
      input,
      lastLanguage: form.language,
      ...(form.place ? { seenAt: form.place } : {}),
      isKiosk: isKiosk(c),
      ...(form.unread === undefined ? {} : { read: form.unread }),
      ...ofWhom(text === undefined ? pressed?.of : form.of),
    }
    return await taken(c, deps, conversation, { incoming, language: form.language })
  })

  app.get('/talk/appointment.ics', async (c) => {
    const address = addressIn(c, deps)
    if (!address) return c.redirect('/', 302)
    const looked = await conversation.look(address)
    if (looked.of !== 'talk' || !looked.file) return c.redirect('/talk', 302)
    if (isOfAnother(c, looked.whom)) return await outdated(c, deps, address)
    return download(c, looked.file)
  })

  app.get('/talk/file.ics', async (c) => {
    const file = await openFile(deps, c.req.query('of') ?? '')
    return file ? download(c, file) : c.redirect('/', 302)
  })

  app.get('/talk/print', async (c) => {
    const address = addressIn(c, deps)
    if (!address) return c.redirect('/', 302)
    const card = await conversation.look(address, { place: { at: 'appointment' } })
    const more = { place: { at: 'page', page: 'appointment-more' } } as const
    const door = await conversation.look(address, more)
    if (card.of !== 'talk' || door.of !== 'talk' || card.screen.id !== 'appointment') {
      return c.redirect('/talk', 302)
    }
    if (isOfAnother(c, card.whom)) return await outdated(c, deps, address)
    return answer(c, deps, sheetPage(deps, card.language, [card.screen, door.screen]))
  })
}

/** Shows what has changed nothing: a button as an old one, what was typed where it can be sent again. */
async function old(
  c: Context,
  deps: Deps,
  conversation: Conversation,
  { address, text }: { address: Address | undefined; text: string | undefined },
): Promise<Response> {
  const cry = text === undefined ? undefined : deps.i18n.hear(text)
  if (!cry) {
    if (!address) return c.redirect('/', 303)
    return await ledToPage(c, deps, conversation, {
      address,
      seen: { ...OLD, ...(text === undefined ? {} : { typed: text }) },
    })
  }
  const isKnown = address && (await conversation.look(address)).of !== 'nobody'
  if (!isKnown) return await typedByNobody(c, deps, { text: text ?? '' })
  const heard = { kinds: cry.kinds, asked: false }
  return c.redirect(`/talk?at=${await sealSeen(deps, address, { heard })}`, 303)
}

/** Whether a link stood on a page about another of the people behind the cookie. */
const isOfAnother = (c: Context, whom: string) => (c.req.query('of') ?? whom) !== whom

/** Where they are now, with the sentence that this was a button of before. */
const outdated = async (c: Context, deps: Deps, address: Address) =>
  c.redirect(`/talk?at=${await sealSeen(deps, address, OLD)}`, 302)

/** Whoever stood there is gone: the browser forgets, and it begins anew. */
function gone(c: Context, deps: Deps): Response {
  forget(c, deps)
  return c.redirect('/', 302)
}
