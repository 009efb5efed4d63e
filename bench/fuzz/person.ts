// Somebody who comes to book: what they press next, given what their chat shows.

import type { Shown } from './light-telegram.ts'

export type Person = {
  chat: number
  /** move and cancel come after the booking, for some */
  plan: ('move' | 'cancel')[]
  presses: number
  done?: 'booked' | 'cancelled' | 'nothing-free'
  /** Where the update on its way stands, so that a redelivery is the same one. */
  update?: object
  retries: number
}

export type Press = { text: string } | { data: string }

const FORWARD = [/~an~spoken~/, /~an~topics~/, /~an~urgent~no/, /~ag~/, /~lo~de~consent/]

/** The next press, or `null` when they have what they came for. */
export function nextPress(person: Person, shown: Shown | undefined): Press | null {
  if (!shown) return { text: '/start' }
  const { text, taps } = shown
  const find = (pattern: RegExp) => taps.find((tap) => pattern.test(tap))
  const press = (pattern: RegExp): Press => {
    const data = find(pattern)
    return data === undefined ? { text: '/appointment' } : { data }
  }
  if (person.presses > 60) return null
  if (text.includes('Ihr Termin ist abgesagt')) return finish(person, 'cancelled')
  if (text.includes('Ihr Termin steht fest') || text.includes('Ihr Termin ist verschoben')) {
    const step = person.plan[0]
    if (!step) return finish(person, 'booked')
    return press(step === 'move' ? /~mo$/ : /~ca$/)
  }
  if (find(/~cy~/)) {
    person.plan = []
    return press(/~cy~/)
  }
  if (find(/~bo~/) && person.plan[0] === 'move' && text.includes('verschieben')) {
    person.plan = person.plan.slice(1)
    return press(/~bo~/)
  }
  const districts = taps.filter((tap) => /~an~district~(?!unsaid|outside)/.test(tap))
  const district = districts[person.chat % Math.max(1, districts.length)]
  if (district) return { data: district }
  // Of a time that is near nobody is reminded any more.
  const confirm = find(/~bo~.*~yes$/) ?? find(/~bo~.*~no$/)
  if (confirm) return { data: confirm }
  // Each another one: where all press the first, most find it taken, and after an outage, when all
  // come at once, some did not get through in sixty presses (400 people, 4 of them unfinished).
  const times = taps.filter((tap) => /~tm~/.test(tap))
  const time = times[(person.chat + person.presses) % Math.max(1, times.length)]
  if (time) return { data: time }
  for (const pattern of FORWARD) if (find(pattern)) return press(pattern)
  if (/keine Zeit frei/.test(text)) return finish(person, 'nothing-free')
  return { text: '/appointment' }
}

function finish(person: Person, how: NonNullable<Person['done']>): null {
  person.done = how
  return null
}
