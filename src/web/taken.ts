// One input of a person who has an address: taken by the conversation, then led to what came of it.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { showErased } from '../domain/dialog/show/lobby.ts'
import type { Address } from '../domain/people/address.ts'
import { cityLately } from '../flows/city.ts'
import type { Attachment } from '../flows/conversation/attachments.ts'
import { sealForm } from '../flows/conversation/carried.ts'
import type { Conversation, Door } from '../flows/conversation/conversation.ts'
import type { Incoming, Led, Reply } from '../flows/conversation/step.ts'
import { forget, remember } from './cookie.ts'
import { isSensitive } from './exit-bar.ts'
import { download, fileLinks } from './files.ts'
import { answer, wordsIn } from './frame.ts'
import { keptForm, keptOf, numbersHtml } from './kept.ts'
import { playerOf } from './player.ts'
import { screenPage } from './screen-page.ts'
import { formOf } from './sent.ts'
import { ledToPage } from './talk-page.ts'
import { heardAs, type Said, saidIn, toldPage } from './told-page.ts'

type Given = { incoming: Incoming; language: string }

/** Takes an input and answers: mostly by leading to the page of what came of it. */
export async function taken(
  c: Context,
  deps: Deps,
  conversation: Conversation,
  { incoming, language }: Given,
): Promise<Response> {
  const { address } = incoming
  const came: { led?: Led; reply?: Reply; said?: Said[] } = {}
  const door: Door = {
    async show(reply) {
      came.reply = reply
      return { delivery: 'sent', messages: [] }
    },
    async say(sentences, text) {
      const worded = inTurn(deps, language)
      came.said = sentences.map((...each) => ({ ...worded(...each), ...heardAs(text) }))
    },
    lead(to) {
      came.led = to
    },
    isDown: () => false,
  }
  let isFault = false
  try {
    await conversation.take(incoming, door)
  } catch (fault) {
    if (!came.said) throw fault
    isFault = true
  }
  if (came.led) return await ledTo(c, deps, conversation, { incoming, led: came.led })
  if (came.reply) return await replied(c, deps, address, came.reply)
  // It has been answered before, and something else since.
  if (!came.said) return c.redirect('/talk', 303)
  const said = isFault ? came.said : saidIn(deps, language, { key: 'refusal.too-many-messages' })
  const on = await onceMore(c, deps, incoming, said[0]?.language ?? language)
  return answer(c, deps, await toldPage(deps, said, on), isFault ? 500 : 429)
}

/** What was not taken can be sent again as it was; a cry for help is heard all the same. */
async function onceMore(c: Context, deps: Deps, { input }: Incoming, language: string) {
  const kept = keptOf(c, await formOf(c))
  const words = wordsIn(deps, language)
  const heard = input.kind === 'text' ? deps.i18n.hear(input.text)?.kinds : undefined
  return {
    href: '/talk',
    numbers: await numbersHtml(deps, language, heard),
    danger: heard,
    again: html`${kept.isTyped ? html`<p>${words('crowd.kept')}</p>` : ''}${keptForm(words, kept)}`,
  }
}

/** Sentences as the conversation words them: one, or one in each language. */
const inTurn =
  ({ i18n }: Deps, language: string) =>
  (text: string, nth: number, all: readonly string[]) => ({
    text,
    language: all.length === 1 ? language : (i18n.languages[nth]?.key ?? language),
  })

/** Leads to the page of a place; what was asked for as a file is the answer itself. */
async function ledTo(
  c: Context,
  deps: Deps,
  conversation: Conversation,
  { incoming, led }: { incoming: Incoming; led: Led },
): Promise<Response> {
  const { address, input, read } = incoming
  const { retention } = (await cityLately(deps)).profile
  const kept = led.isSubmitted ? retention.contentDays * DAY : retention.abandonedHours * HOUR
  remember(c, deps, address, kept)
  const asked = led.attachments.find(({ type }) => type === 'application/json')
  if (asked) return download(c, asked)
  // Read, and nothing else pressed: on to what else is new, or to where they were.
  const isRead = read !== undefined && input.kind === 'tap' && input.tap.do === 'here'
  if (isRead) return c.redirect('/talk', 303)
  return await ledToPage(c, deps, conversation, { address, seen: led.seen })
}

const HOUR = 3600
const DAY = 24 * HOUR

/** Shows what nothing can be asked for about: the consent once more, or that everything is erased. */
async function replied(c: Context, deps: Deps, address: Address, reply: Reply): Promise<Response> {
  const { language, screen, isNobody, attachments } = reply
  if (screen.id === 'tie.unknown') {
    const over = { key: 'ways.notice.link-over' }
    return answer(c, deps, await toldPage(deps, saidIn(deps, undefined, over), { href: '/' }))
  }
  // Whoever stood there was erased; a cry for help is heard before that is said.
  if (isNobody && isSensitive(screen)) {
    forget(c, deps)
    return answer(c, deps, screenPage(deps, screen, { language, field: { as: 'beside' } }))
  }
  if (isNobody) return await erased(c, deps, language, attachments)
  const form = await sealForm(deps, address, { language })
  const player = await playerOf(deps, screen, { hears: reply.hears, language })
  return answer(
    c,
    deps,
    screenPage(deps, screen, {
      language,
      form,
      field: { as: 'beside' },
      sitting: c.get('sitting')?.id,
      player,
    }),
  )
}

/** Nobody is there any more: the browser forgets, and what is in its calendar can be called off. */
async function erased(
  c: Context,
  deps: Deps,
  language: string,
  attachments: readonly Attachment[] = [],
): Promise<Response> {
  forget(c, deps)
  const more = await fileLinks(deps, language, attachments)
  const screen = showErased(language)
  return answer(c, deps, screenPage(deps, screen, { language, more }))
}
