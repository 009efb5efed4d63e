// One of several processes that book, move, cancel, offer, take, decline and expire at random.
// Arguments: database file, seed, number of attempts. Prints how often each attempt succeeded.

import { randomUUID } from 'node:crypto'
import { seatAt } from '../../src/domain/appointment/appointment.ts'
import { type Transition, transition } from '../../src/domain/appointment/transitions.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore } from '../../src/store/store.ts'

const [file = '', seed = '1', attempts = '0'] = process.argv.slice(2)
const START = Date.parse('2026-03-16T07:00:00Z')
const HOUR = 3_600_000
const AT_ONCE = 20

let state = Number(seed)
function below(n: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * n)
}
const oneOf = <T>(list: readonly T[]): T | undefined => list[below(list.length)]
// Older ones have ended; one of them now and then is a button pressed late.
const recent = <T>(list: readonly T[]): T | undefined => oneOf(list.slice(-below(24) - 1))

const store = createStore(
  await openDatabase(file),
  await createSeal(Buffer.alloc(32, 1).toString('base64')),
)

/** Six times at one centre with two seats each; the later ones overlap as two old grids would. */
function anyTime() {
  const startsAt = START + 24 * HOUR + below(6) * (HOUR / 4)
  return seatAt('hochfeld', { startsAt, endsAt: startsAt + HOUR / 2, seats: [1, 2] })
}

const booked: { id: string; personId: string }[] = []
const offered: { id: string; personId: string }[] = []
const done: Record<string, number> = {}

const change = (id: string | undefined, to: Transition, now: number) =>
  store.appointments.change({ ids: [id ?? ''] }, [to], 'person', now)

const ATTEMPTS: Record<string, (now: number) => Promise<boolean>> = {
  async book(now) {
    const id = randomUUID()
    const personId = `p${below(12)}`
    const who = { personId, intakeId: null, remind: false, channel: 'telegram' } as const
    const booking = { ...anyTime(), ...who, id, ref: 'HO-0000', by: 'person' } as const
    const result = await store.appointments.book(booking, [], now)
    if ('not' in result || result.id !== id) return false
    booked.push({ id, personId })
    return true
  },
  async move(now) {
    const { id, personId } = recent(booked) ?? { id: '', personId: '' }
    return (await store.appointments.move(id, anyTime(), { personId, by: 'person' }, now)) !== null
  },
  cancel: async (now) => change(recent(booked)?.id, transition('booked', 'cancelled', now), now),
  async offer(now) {
    const id = randomUUID()
    const personId = `p${below(12)}`
    const heldUntil = now + below(40)
    const held = { id, personId, heldFor: `wish-${personId}`, heldUntil }
    const made = await store.appointments.offer({ ...anyTime(), ...held }, now)
    if (made) offered.push({ id, personId })
    return made
  },
  async take(now) {
    const { id, personId } = recent(offered) ?? { id: '', personId: '' }
    const offer = await store.offers.find(id)
    if (!offer) return false
    const { centre, startsAt, endsAt } = offer
    const wanted = seatAt(centre, { startsAt, endsAt, seats: [1, 2] })
    const open = await store.appointments.openOf(personId)
    if (open)
      return (
        (await store.appointments.move(open.id, wanted, { personId, by: 'offer' }, now)) !== null
      )
    const who = { personId, intakeId: null, remind: false, channel: 'telegram' } as const
    const booking = { ...wanted, ...who, id: randomUUID(), ref: 'HO-0000', by: 'offer' } as const
    const result = await store.appointments.book(booking, [], now)
    if ('not' in result) return false
    booked.push({ id: result.id, personId })
    return true
  },
  async decline(now) {
    await change(recent(offered)?.id, transition('offered', 'offer-declined', now), now)
    return true
  },
  expire: async (now) => store.appointments.endOffers('offer-expired', now),
}

const names = Object.keys(ATTEMPTS)
for (let i = 0; i < Number(attempts); i += AT_ONCE) {
  const batch = Array.from({ length: AT_ONCE }, async (_, index) => {
    const name = oneOf(names) ?? 'book'
    if (await ATTEMPTS[name]?.(START + i + index)) done[name] = (done[name] ?? 0) + 1
  })
  await Promise.all(batch)
}
await store.close()
process.stdout.write(JSON.stringify(done))
