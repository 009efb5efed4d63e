// Each kind of message that Lotse sends on its own accord: whether it can be heard where all clips are released.
// A new kind is not among them, and fails here until it is decided.

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AppointmentNow } from '../../src/domain/appointment/appointment.ts'
import type { Fit } from '../../src/domain/appointment/language-fit.ts'
import type { Screen } from '../../src/domain/dialog/screen.ts'
import { showClosed, showReopened } from '../../src/domain/dialog/show/closure.ts'
import { showOtherCounsellor } from '../../src/domain/dialog/show/counsellor.ts'
import {
  type InterpretingNews,
  showInterpreting,
} from '../../src/domain/dialog/show/interpreting.ts'
import { showErased } from '../../src/domain/dialog/show/lobby.ts'
import { showNobody } from '../../src/domain/dialog/show/nobody.ts'
import { showReferralMessage } from '../../src/domain/dialog/show/referral.ts'
import { showMissed, showReminder } from '../../src/domain/dialog/show/reminder.ts'
import { type StaffChange, showStaffChange } from '../../src/domain/dialog/show/staff-change.ts'
import { showOffer } from '../../src/domain/dialog/show/waiting.ts'
import type { Facts } from '../../src/domain/dialog/talk.ts'
import { cityAt } from '../../src/flows/city.ts'
import { factsOf } from '../../src/flows/conversation/step.ts'
import { withButton } from '../../src/flows/outbox/aloud.ts'
import { MESSAGE_KINDS } from '../../src/flows/outbox/message-kinds.ts'
import { bookedPerson } from '../support/booked.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { giveVoice } from '../support/voices.ts'

let lotse: TestLotse
let booking: AppointmentNow
let facts: Facts
beforeAll(async () => {
  lotse = await startLotse()
  await giveVoice(lotse.db, lotse.deps, 'de')
  await bookedPerson(lotse, { day: '2026-03-25' })
  const { id } = await lotse.db.booking.findFirstOrThrow()
  const found = await lotse.deps.store.appointments.find(id)
  if (!found) throw new Error('nothing was booked')
  booking = found
  const city = await cityAt(lotse.deps, 1)
  facts = { ...factsOf(lotse.deps, city, lotse.clock.at), hasChat: true }
})
afterAll(() => lotse.stop())

const news = (what: InterpretingNews) => () => showInterpreting(what, booking, facts)
const nobody =
  (what: 'nobody' | 'not-yet', ...languages: Fit['language'][]) =>
  () => {
    const { centre: centreId, ...at } = booking
    const instead = languages.map((language) => ({
      time: { ...at, centreId, seats: [1] },
      fit: { language, gender: 'no-wish' as const, isSameCounsellor: false },
    }))
    return showNobody(what, instead, booking, facts)
  }
const change = (what: StaffChange) => () => showStaffChange(what, booking, facts)
const held = () => ({ ...booking, until: facts.now + 3_600_000, seat: booking.seat ?? 1 })

/** What is said of each kind; `apart`: tried by itself in heard-messages.test.ts. */
const KINDS: Record<string, readonly (() => Screen)[] | 'apart' | 'to staff or a pool'> = {
  reminder: [() => showReminder(booking, false, facts), () => showReminder(booking, true, facts)],
  missed: [() => showMissed(booking, [], facts)],
  'staff-change': [change('booked'), change('moved'), change('cancelled')],
  'staff-message': 'apart',
  farewell: [() => showErased('de')],
  closure: [() => showClosed(booking, facts), () => showClosed(booking, facts, 'changed')],
  offer: [() => showOffer(held(), 'free', [], { answers: {} }, facts)],
  announcement: 'apart',
  reopened: [() => showReopened(booking, facts)],
  referral: [showReferralMessage],
  'other-counsellor': [() => showOtherCounsellor(booking, facts)],
  'interpreter-asked': [
    news({ what: 'asked', without: null }),
    news({ what: 'asked', without: 'woman' }),
    news({ what: 'asked-anew' }),
  ],
  'interpreter-found': [
    news({ what: 'found', mode: 'telephone', without: null }),
    news({ what: 'found', mode: 'on-site', without: 'man' }),
  ],
  'interpreter-lost': [news({ what: 'lost' }), news({ what: 'spoken' })],
  'interpreter-missing': [
    nobody('nobody'),
    nobody('not-yet'),
    nobody('nobody', 'spoken', 'interpreter'),
  ],
  'barrier-mail': 'to staff or a pool',
  'pool-order': 'to staff or a pool',
  'pool-cancellation': 'to staff or a pool',
  'notice-group': 'to staff or a pool',
  'notice-mail': 'to staff or a pool',
  'notice-again-group': 'to staff or a pool',
  'notice-again-mail': 'to staff or a pool',
  'notice-interpreter-group': 'to staff or a pool',
  'notice-interpreter-mail': 'to staff or a pool',
}

it('every kind is decided', () => {
  expect(Object.keys(KINDS).sort()).toEqual(Object.keys(MESSAGE_KINDS).sort())
})

const said = Object.entries(KINDS).filter(([, screens]) => typeof screens !== 'string')

it.each(said)('%s is heard', async (_kind, screens) => {
  for (const show of typeof screens === 'string' ? [] : screens) {
    const screen = show()
    const listening = { language: 'de', answers: {} }
    const heard = await withButton(lotse.deps, facts.profile, screen, { id: 7, listening })
    expect(heard.sounding, screen.id).toBeDefined()
    expect(JSON.stringify(heard.screen.rows.at(-1))).toContain('"hear"')
  }
})
