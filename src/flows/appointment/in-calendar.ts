// Which appointments the calendar in somebody's phone still has, as far as anybody can know.

import type { Deps } from '../../deps.ts'
import type { Appointment } from '../../domain/appointment/appointment.ts'

/** The open one, and cancelled ones of which they have not been told yet; none that are over. */
export async function inCalendar({ store, clock }: Deps, personId: string): Promise<Appointment[]> {
  const open = await store.appointments.openOf(personId)
  const found: Appointment[] = open ? [open] : []
  for (const id of await store.outbox.owedAbout(personId)) {
    const one = id === open?.id ? null : await store.appointments.find(id)
    if (one?.state === 'cancelled') found.push(one)
  }
  return found.filter(({ endsAt }) => endsAt > clock.now())
}
