// What counsellors of the town do with those who come, through the same flows as the dashboard.

import type { Deps } from '../../deps.ts'
import type { Outcome } from '../../domain/appointment/attendance.ts'
import { addDays, dateOf } from '../../domain/calendar/wall-clock.ts'
import { type Actor, noteSeen } from '../../flows/staff/actor.ts'
import { bookForCaller, CALLER_URGENCIES } from '../../flows/staff/book-for-caller.ts'
import { noteCall } from '../../flows/staff/call-attempts.ts'
import { setFollowUp } from '../../flows/staff/follow-up.ts'
import { markBooking, serveWalkIn } from '../../flows/staff/mark-booking.ts'
import { previewMessage, sendMessage } from '../../flows/staff/send-message.ts'
import { addNote, setStatus, takeOver } from '../../flows/staff/work-on-record.ts'
import type { Chance } from './chance.ts'
import type { Townsman } from './people.ts'
import type { Wanted } from './visit.ts'

/** A request of somebody, as far as the desk goes by it. */
export type Case = { intake: string; centre: string; by?: Actor; isWrittenTo?: true }

/** A counsellor, and how much of the work at their centres is theirs. */
export type Colleague = { actor: Actor; share: number }

const NOTES = [
  'Schreiben gemeinsam gelesen, Antwort an die Behörde aufgesetzt. Kopie liegt bei der Person.',
  'Unterlagen vollständig. Nächster Schritt: Antrag beim Jobcenter, Termin dort am Montag.',
  'Braucht beim nächsten Mal jemanden zum Übersetzen, Verständigung nur einfach möglich.',
  'Frist notiert. Widerspruch ist vorbereitet, wird morgen abgegeben.',
  'Sprachkurs: Berechtigungsschein ist da, Kursträger angeschrieben.',
  'Mietvertrag geprüft, Nebenkosten erklärt. Wohnungsgeberbestätigung fehlt noch.',
]

const LINES = ['Antwort vom Jobcenter da?', 'Platz im Sprachkurs nachfragen', 'Bescheid gekommen?']

const TEXTS = [
  'Bitte bringen Sie auch den Mietvertrag mit.',
  'Der Brief ist angekommen. Wir sprechen am Termin darüber.',
]

/** The desk of the town, with who works at it. */
export function createDesk(deps: Deps, colleagues: readonly Colleague[], chance: Chance) {
  /** Whoever has the case, else somebody at its centre. */
  function whose({ by, centre }: Case): Actor | undefined {
    if (by) return by
    const there = colleagues.filter(({ actor }) => actor.centres.includes(centre))
    return there.length === 0
      ? undefined
      : chance.weighted(there.map(({ actor, share }) => [actor, share] as const))
  }

  /** Whoever is drawn takes it over; where the talk has led it to another centre, whoever may. */
  async function takes(one: Case): Promise<void> {
    const first = whose(one)
    if (!first || one.by) return
    for (const actor of [first, ...colleagues.map((other) => other.actor)]) {
      await noteSeen(deps, actor, 'see-record', [{ id: one.intake, centre: one.centre }])
      const done = await takeOver(deps, actor, one.intake, null)
      if (done === 'done') one.by = actor
      if (done !== 'unknown') return
    }
  }

  async function notes(one: Case): Promise<void> {
    if (one.by) await addNote(deps, one.by, one.intake, deps.newId(), chance.oneOf(NOTES))
  }

  async function closes(one: Case): Promise<void> {
    if (one.by) await setStatus(deps, one.by, one.intake, 'closed')
  }

  /** Whoever does not come is looked at once more, and done with. */
  async function settles(one: Case): Promise<void> {
    await takes(one)
    await closes(one)
  }

  /** Writes to the person; words of their own now and then. */
  async function writes(one: Case): Promise<void> {
    if (!one.by) return
    const wish = chance.is(0.3)
      ? ({ template: 'free', text: chance.oneOf(TEXTS) } as const)
      : ({ template: chance.oneOf(['papers', 'letter', 'come'] as const), text: '' } as const)
    const preview = await previewMessage(deps, one.by, one.intake, wish)
    if (typeof preview === 'string') return
    const { version } = preview
    const sent = await sendMessage(deps, one.by, one.intake, { ...wish, id: deps.newId(), version })
    if (sent === 'done') one.isWrittenTo = true
  }

  async function calls(one: Case): Promise<void> {
    await takes(one)
    if (!one.by) return
    const outcome = chance.is(0.25) ? 'not-reached' : 'reached'
    await noteCall(deps, one.by, one.intake, { id: deps.newId(), outcome })
  }

  /** Lays a request aside for so many days. */
  async function laysAside(one: Case, days: number): Promise<void> {
    if (!one.by) return
    const on = addDays(dateOf(deps.clock.now()), days)
    await setFollowUp(deps, one.by, one.intake, { on, line: chance.oneOf(LINES) })
  }

  /** They came, or they did not; who came is talked to, and it is written down. */
  async function marks(one: Case, booking: string | undefined, as: Outcome): Promise<void> {
    const actor = whose(one)
    if (!actor || !booking) return
    const marked = await markBooking(deps, actor, booking, as, true)
    if (typeof marked === 'object' && 'taken' in marked) one.by = actor
  }

  /** Somebody calls or stands at the counter, and is given a time. */
  async function books(who: Townsman, { centre, startsAt }: Wanted): Promise<Case | null> {
    const actor = whose({ intake: '', centre })
    if (!actor) return null
    const id = deps.newId()
    const { language, topics, alias, answers } = who
    const wish = { id, door: 'staff', centre, startsAt, language, topics, alias } as const
    const spoken = answers['spoken'] ?? 'de'
    const said = answers['urgent'] === 'yes' ? answers['reason'] : answers['urgent']
    const urgent = CALLER_URGENCIES.find((code) => code === said) ?? 'no'
    const outcome = await bookForCaller(deps, actor, { ...wish, spoken, urgent })
    if (outcome !== 'done') return null
    // Whoever wrote down what cannot wait has it.
    if (urgent !== 'no') await takeOver(deps, actor, id, null)
    return { intake: id, centre, by: actor }
  }

  async function walkIn(centre: string): Promise<void> {
    const actor = whose({ intake: '', centre })
    if (actor) await serveWalkIn(deps, actor, deps.newId(), centre)
  }

  return { takes, notes, laysAside, closes, settles, writes, calls, books, marks, walkIn }
}
