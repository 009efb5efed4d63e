import { describe, expect, test } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import type { Appointment } from '../../../src/domain/appointment/appointment.ts'
import { type Input, reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Screen } from '../../../src/domain/dialog/screen.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, type Facts, type Talk } from '../../../src/domain/dialog/talk.ts'
import type { Tap } from '../../../src/domain/dialog/tap.ts'
import { decodeTap, encodeTap } from '../../../src/domain/dialog/tap-code.ts'

const DAY = 86_400_000
const appointment: Appointment = {
  ...{
    id: 'b',
    ref: 'HOC-1',
    centre: 'hochfeld',
    remind: false,
    state: 'booked',
    sequence: 0,
    seat: 1,
    interpreter: null,
  },
  ...{ startsAt: MONDAY + 7 * DAY, endsAt: MONDAY + 7 * DAY + 1_800_000, changedAt: MONDAY },
}
const talk: Talk = { ...beginTalk('de'), ref: 'HOC-1', done: true, place: { at: 'appointment' } }
const chat: Facts = factsAt(MONDAY, appointment)
const page: Facts = { ...chat, hasChat: false }
const tap = (what: Tap): Input => ({ kind: 'tap', tap: what })
const shown = (at: Talk, facts: Facts, more = {}) => show(at, { ...shownFacts(facts), ...more })
const does = ({ rows }: Screen) => rows.flat().flatMap((one) => ('tap' in one ? [one.tap.do] : []))
const says = ({ lines }: Screen) => lines.flatMap((one) => ('text' in one ? [one.text.key] : []))

describe('somebody without a chat', () => {
  test('is promised no reminder, and told to look', () => {
    const screen = shown(talk, page)
    expect(does(screen)).not.toContain('remind')
    expect(says(screen)).toContain('ways.look')
    expect(says(screen).filter((key) => /remind/.test(key))).toEqual([])
    expect(does(shown(talk, chat))).toContain('remind')
    expect(says(shown(talk, chat))).not.toContain('ways.look')
  })

  test('is not asked about reminders before booking', () => {
    const at = { at: 'check', centre: 'hochfeld', startsAt: MONDAY + 8 * DAY } as const
    const check = (facts: Facts) =>
      says(shown({ ...talk, place: at }, { ...facts, appointment: null }))
    expect(check(chat)).toContain('booking.check.remind')
    expect(check(page)).not.toContain('booking.check.remind')
  })

  test('who presses an old button for reminders is shown the ways there are', () => {
    const { talk: after, intents } = reduce(talk, tap({ do: 'remind' }), page)
    expect(after.place).toEqual({ at: 'page', page: 'ways' })
    expect(intents).toEqual([])
    expect(does(shown(after, page))).toEqual(expect.arrayContaining(['tie', 'number']))
  })

  test('is offered no chat where there is none', () => {
    const at: Talk = { ...talk, place: { at: 'page', page: 'ways' } }
    const none = { ...page, doors: { chat: false, page: true } }
    expect(does(shown(at, none))).not.toContain('tie')
  })

  test('gives a number that nobody is asked to call at once, and takes it back', () => {
    const asked = reduce(talk, tap({ do: 'number', keep: 'yes' }), page).talk
    expect(shown(asked, page).id).toBe('phone.needed')
    const wrong = reduce(asked, { kind: 'text', text: '12' }, page)
    expect(wrong.notice?.key).toBe('notice.no-phone')
    expect(wrong.talk.phone).toBeUndefined()
    const given = reduce(asked, { kind: 'text', text: '0203 123456' }, page)
    expect(given.talk).toMatchObject({ phone: '+49203123456', place: { page: 'ways' } })
    expect(given.talk.callBack).toBeUndefined()
    expect(given.intents).toEqual([])
    const back = reduce(given.talk, tap({ do: 'number', keep: 'no' }), page)
    expect(back.talk.phone).toBeUndefined()
    expect(back.notice?.key).toBe('ways.notice.number-gone')
  })

  test('a wish to be called goes with the number, one to be written to stays', () => {
    const wishing = (callBack: 'chat' | 'phone') =>
      reduce({ ...talk, phone: '+49203123456', callBack }, tap({ do: 'number', keep: 'no' }), page)
    expect(wishing('phone').talk.callBack).toBeUndefined()
    expect(wishing('chat').talk.callBack).toBe('chat')
  })
})

describe('who waits on a page', () => {
  test.each([
    [{ at: 'waiting' }, 'waiting.how', 'page.waiting'],
    [
      { at: 'fitting', wishes: { days: [7], parts: [], centres: [] } },
      'waiting.fitting.still',
      'page.waiting',
    ],
  ] as const)('%j is promised no message', (place, promise, instead) => {
    const waiting = { days: [1], parts: [], centres: [] }
    const at: Talk = { ...talk, place }
    expect(says(shown(at, { ...chat, waiting }))).toContain(promise)
    expect(says(shown(at, { ...page, waiting }))).toContain(instead)
    expect(says(shown(at, { ...page, waiting }))).not.toContain(promise)
  })
})

describe('a link to another door', () => {
  test.each(['chat', 'page'] as const)('to a %s fits on a button', (to) => {
    const pressed = { do: 'tie', to } as const
    expect(decodeTap(encodeTap(pressed, false))?.tap).toEqual(pressed)
    expect(decodeTap(encodeTap({ do: 'number', keep: 'no' }, true))?.tap).toEqual({
      do: 'number',
      keep: 'no',
    })
  })

  test('is made by a press, and shown until it is over', () => {
    const { talk: at, intents } = reduce(talk, tap({ do: 'tie', to: 'chat' }), page)
    expect(intents).toEqual([{ do: 'tie', to: 'chat' }])
    const tie = { url: 'https://t.me/x?start=tie_y', until: MONDAY + 900_000 }
    const screen = shown(at, page, { tie })
    expect(screen.id).toBe('tie.chat')
    expect(screen.rows.flat()).toContainEqual(expect.objectContaining({ open: tie.url }))
    // In a chat Telegram keeps what is written: said before anybody goes there.
    expect(says(screen)).toContain('ways.tie.chat.keeps')
    expect(shown(at, page).id).toBe('tie.over')
    expect(does(shown(at, page))).toContain('tie')
  })

  test('leads to no second chat', () => {
    const { talk: at, intents } = reduce(talk, tap({ do: 'tie', to: 'chat' }), chat)
    expect(intents).toEqual([])
    expect(shown(at, chat).id).toBe('tie.done')
  })

  test('to a page is offered in a chat alone, where there are pages', () => {
    const at: Talk = { ...talk, place: { at: 'page', page: 'appointment-more' } }
    expect(does(shown(at, chat))).toContain('tie')
    expect(does(shown(at, page))).not.toContain('tie')
    expect(does(shown(at, { ...chat, doors: { chat: true, page: false } }))).not.toContain('tie')
  })
})

describe('who comes by a link', () => {
  const came = (as: 'tied' | 'over' | 'full', to: 'chat' | 'page', facts: Facts) =>
    reduce(talk, { kind: 'tied', to, as }, facts)

  test('to a chat is reminded there, which they asked for', () => {
    const { intents, notice } = came('tied', 'chat', chat)
    expect(intents.map((one) => one.do)).toEqual(['agree', 'remind'])
    expect(notice?.key).toBe('notice.reminders-on')
  })

  test.each([
    ['without an appointment', { ...chat, appointment: null }],
    ['too late for a reminder', { ...chat, now: appointment.startsAt - 3_600_000 }],
    ['reminded already', { ...chat, appointment: { ...appointment, remind: true } }],
  ])('%s is told what is true', (_, facts) => {
    const { intents, notice } = came('tied', 'chat', facts)
    expect(intents).toEqual([])
    expect(notice?.key).toBe('ways.notice.in-chat')
  })

  test.each([
    ['tied', 'page', 'ways.notice.on-page'],
    ['over', 'chat', 'ways.notice.link-over'],
    ['full', 'chat', 'refusal.too-many-people'],
  ] as const)('%s to a %s: %s', (as, to, key) => {
    const { intents, notice } = came(as, to, chat)
    expect([intents, notice?.key]).toEqual([[], key])
  })
})
