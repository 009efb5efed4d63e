import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLocales } from '../../scripts/bundle-locales.ts'
import { GERMAN_CRY } from '../../src/domain/dialog/show/danger.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { flatten } from '../../src/i18n/keys.ts'
import { spokenLanguages } from '../../src/i18n/spoken.ts'
import { buttonsOf } from '../../src/simulator/acts.ts'
import { foreignFaults, isolateFaults, rtlFaults } from '../i18n/checks/screens.ts'
import { type Actor, createActor } from '../support/actor.ts'
import { bookedPerson } from '../support/booked.ts'
import { chat } from '../support/chat.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { ownAnswers } from '../support/talks.ts'

const i18n = createI18n()
const locales = readLocales()

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

/** The lines of all texts of a language into which nothing is put. */
function linesOf(language: string): string[] {
  const texts = [...flatten(locales[language]?.messages ?? {}).values()]
  return texts.filter((text) => !text.includes('{{')).flatMap((text) => text.split('\n'))
}

/** Does each step, a tap by its data or a typed text; all that was shown on the way. */
async function walk(user: Actor, steps: readonly (RegExp | string)[]) {
  const texts: string[] = []
  const labels: string[] = []
  for (const step of steps) {
    await (typeof step === 'string' ? user.sends(step) : user.tapsData(step))
    for (const message of user.turn()) {
      texts.push(message.text ?? message.caption ?? '')
      labels.push(...buttonsOf(message).map(({ text }) => text))
    }
  }
  return { texts, labels }
}

const BOOKED = [/an~urgent~no/, /an~topics~housing/, /an~district~mitte/, /an~spoken/, /tm~/, /bo~/]
// Overrides, isolates and marks that somebody could type or paste.
const ALIAS = '\u202Eسارا\u202C \u2066Sara\u2069\u200F'
const NOTE = '\u2068<b>Hallo</b> & ä\u202E \u200E(1)'
const DETAILS = [
  /de$/,
  /dy$/,
  ALIAS,
  /an~age~27-plus/,
  /an~document~duldung/,
  /an~household~alone/,
  /an~german~none/,
  /an~counsellor~woman/,
  /an~needs~wheelchair/,
  /dn~needs/,
  NOTE,
]
const HELD = ['/mydata', /answers$/, /answers1/, /bk$/, /bk$/, /agreed$/]
const REST = [/mo$/, /tm~/, /bo~/, ...HELD, '/appointment', /ca$/, /cy~/, '/help', /op~danger/]

describe.each(i18n.languages)('a whole talk in $key', ({ key, direction }) => {
  const word = (name: string) => i18n.t(key, { key: name }, 0)
  const own = new Set([...linesOf(key), ...spokenLanguages.map(({ nativeName }) => nativeName)])
  const others = new Set(i18n.languages.flatMap((other) => linesOf(other.key)))

  function expectOwnWords(shown: Awaited<ReturnType<typeof walk>>): void {
    expect(lotse.logged.filter((line) => /"level":"(error|warn)"/.test(line))).toEqual([])
    expect(foreignFaults([...shown.texts, ...shown.labels], own, others)).toEqual([])
    for (const text of [...shown.texts, ...shown.labels]) expect(isolateFaults(text)).toEqual([])
  }

  async function agree(name: string): Promise<Actor> {
    const user = createActor(lotse.world, { name })
    await walk(user, ['/start', new RegExp(`lo~${key}~consent`)])
    return user
  }

  it('with details, moving, own data and cancelling stays in the language', async () => {
    const user = await agree('Sara')
    const before = await walk(user, [/ag~/, ...BOOKED, ...DETAILS])
    user.sees(word('notice.details-done'))
    const after = await walk(user, REST)
    const seen = after.texts.join('\n')
    for (const name of ['notice.moved', 'pages.my-data.title', 'notice.cancelled', 'danger.title'])
      expect(seen).toContain(word(name))
    expectOwnWords({
      texts: [...before.texts, ...after.texts],
      labels: [...before.labels, ...after.labels],
    })
    // The quoted sentences to show at the door and to say in danger are German for everybody.
    const lines = [...before.texts, ...after.texts].flatMap((text) => text.split('\n'))
    const german = ['Guten Tag, ich habe', GERMAN_CRY]
    const inOwnScript = lines.filter((line) => !german.some((said) => line.startsWith(said)))
    if (direction === 'rtl') expect(inOwnScript.flatMap(withoutTyped)).toEqual([])
  })

  it('stores what was typed without hidden marks', async () => {
    const user = await agree('Sara')
    await walk(user, [/ag~/, ...BOOKED, ...DETAILS])
    const held = await ownAnswers(user)
    expect(held).toContain('سارا Sara')
    expect(held).toContain('<b>Hallo</b> & ä (1)')
    const times = { since: 0, writtenSince: 0, now: lotse.clock.now() }
    const { load } = lotse.deps.store.talks
    const { person } = await load('duisburg', chat(user.chatId), 'telegram:0', times)
    expect(person?.intake?.talk.answers).toMatchObject({
      alias: 'سارا Sara',
      note: '<b>Hallo</b> & ä (1)',
    })
  })

  it('shows the numbers in danger, and passes the request on', async () => {
    const user = await agree('Sara')
    const shown = await walk(user, [
      /ag~/,
      /an~urgent~danger/,
      /dg~call-back/,
      /sf~chat$/,
      /sf~chat~any/,
    ])
    expect(shown.texts.join('\n')).toContain(word('danger.nobody-reads').split(/[.؟?]/)[0])
    user.sees(word('centres.sent.title'))
    expectOwnWords(shown)
  })

  it('reminds in words, with every answer', async () => {
    const { user } = await bookedPerson(lotse, { day: '2026-03-25', language: key })
    const [booking] = await lotse.deps.store.appointments.upcoming(lotse.clock.at)
    lotse.clock.at = (booking?.startsAt ?? 0) - 1.5 * 3_600_000
    await lotse.tick()
    const day = { relativeDay: booking?.startsAt ?? 0 }
    const near = { key: 'reminders.title-near', values: { day } }
    user.sees(lotse.deps.i18n.t(key, near, lotse.clock.at))
    expect(user.buttons()).toHaveLength(6)
    expect(user.messages().at(-1)?.text).not.toMatch(/reminders\.|\{\{/)
  })
})

// What a person typed is quoted in its own direction while the question shows it again.
function withoutTyped(line: string): string[] {
  return line.startsWith('سارا') || line.startsWith('<b>Hallo') ? [] : rtlFaults(line)
}
