// All that a door has to bring: how an input comes in, how a screen goes out. This one is a page that
// keeps what it was given.

import type { Input } from '../../src/domain/dialog/reduce.ts'
import type { Screen } from '../../src/domain/dialog/screen.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import type { Conversation, Door } from '../../src/flows/conversation/conversation.ts'

export type Page = ReturnType<typeof createPage>

/** `more`: what only some doors can. */
export function createPage(
  conversation: Conversation,
  id: string,
  more: Pick<Door, 'correct'> = {},
) {
  const screens: Screen[] = []
  const said: string[] = []
  const page = { isDown: false, id, screens, said, press, pressOn, send, latest, taps }
  let inputs = 0

  const door: Door = {
    ...more,
    async show({ screen }) {
      if (page.isDown) throw new Error('the line is cut')
      screens.push(screen)
      return { delivery: 'sent', messages: [], screen: screens.length }
    },
    async say(sentences) {
      said.push(...sentences)
    },
    isDown: () => page.isDown,
  }

  function latest(): Screen {
    const screen = screens.at(-1)
    if (!screen) throw new Error('nothing was shown')
    return screen
  }

  async function send(input: Input, inputId = `${page.id}-${++inputs}`, of?: string) {
    const address = { channel: 'web', id: page.id } as const
    await conversation.take({ address, id: inputId, input, ...(of ? { of } : {}) }, door)
  }

  /** What the buttons of a screen mean. */
  function taps(screen: Screen): Tap[] {
    return screen.rows.flat().flatMap((button) => ('tap' in button ? [button.tap] : []))
  }

  /** Presses the first button of a screen that is meant. */
  async function pressOn(screen: Screen, isMeant: (tap: Tap) => boolean, inputId?: string) {
    const tap = taps(screen).find(isMeant)
    if (!tap) throw new Error(`no such button on ${screen.id}`)
    await send({ kind: 'tap', tap }, inputId, screen.of)
  }

  /** Presses the first button of the latest screen that is meant. */
  async function press(isMeant: (tap: Tap) => boolean, inputId?: string): Promise<void> {
    await pressOn(latest(), isMeant, inputId)
  }
  return page
}

export const does = (what: Tap['do']) => (tap: Tap) => tap.do === what
export const answers = (option: string) => (tap: Tap) =>
  tap.do === 'answer' && tap.option === option
const inGerman = (tap: Tap) => tap.do === 'lobby' && tap.language === 'de'

/** Somebody at the first question. */
export async function agreed(
  conversation: Conversation,
  id = 'a-cookie',
  page = createPage(conversation, id),
): Promise<Page> {
  await page.send({ kind: 'command', command: 'start' })
  await page.press(inGerman)
  await page.press(does('agree'))
  return page
}

/** From the first question to a booked time, the first or the last on the screen. */
export async function books(page: Page, which: 'first' | 'last' = 'first'): Promise<void> {
  await page.press(answers('no'))
  await page.press(answers('housing'))
  await page.press((tap) => tap.do === 'answer' && tap.question === 'district')
  await page.press((tap) => tap.do === 'answer' && tap.question === 'spoken')
  const times = page.taps(page.latest()).filter(does('time'))
  const time = which === 'first' ? times.at(0) : times.at(-1)
  await page.press((tap) => tap === time)
  await page.press(does('book'))
}
